import { conditionsOf, type Facet, valuesOf, whereOf } from "./conditions";
import { beyond, type Ordered, order, plainPage, type Query, type Shape, shownColumns } from "./page-parts";
import type { Parameters } from "./parameters";
import { LOOKED_THROUGH } from "./search-sql";

/** The column that the index of a facet begins with. */
const drivers = {
  claimant: "claimant_key",
  publisher: "publisher",
  topic: "topic",
  status: "status",
  language: "language",
};

const noFilter = {
  status: [],
  topic: [],
  publisher: [],
  claimant: [],
  article: undefined,
  language: undefined,
  from: undefined,
  to: undefined,
};
const sifted = "c.status, c.claimant_key, c.publisher, c.language, c.topics, c.updated_at";

/** What the rest of the filter leaves of the next claims that one value has, or that there are. */
export function siftedPage(
  driver: Facet | null,
  query: Query,
  place: Ordered,
  shape: Shape,
  parameters: Parameters,
): string {
  const next = { ...query, ...noFilter, limit: LOOKED_THROUGH - 1 };
  const looked = driver
    ? pageOfValue({
        columns: `${keyOf(driver)} AS key, c.claim_id AS id, c.${place.column} AS place, ${shownColumns[shape]}, ${sifted}`,
        driver,
        value: parameters.add(valuesOf(query, driver)[0]),
        rest: next,
        withClaim: true,
        place,
        parameters,
      })
    : plainPage(next, place, `${shownColumns[shape]}, ${sifted}`, parameters);
  const inOrder = order([...(driver ? ["c.key"] : []), "c.place", "c.id"], place);
  return `SELECT c.id, c.place, ${shownColumns[shape]} FROM (${looked}) AS c
    ${whereOf(conditionsOf(without(query, driver), parameters))} ${inOrder} LIMIT ${query.limit + 1}`;
}

/** The page of each of a filter's values, merged. */
export function drivenPage(
  driver: Facet,
  query: Query,
  place: Ordered,
  shape: Shape,
  parameters: Parameters,
) {
  const values = valuesOf(query, driver);
  const rest = without(query, driver);
  if (driver !== "topic" && values.length === 1) {
    const columns = `c.claim_id AS id, c.${place.column} AS place, ${shownColumns[shape]}`;
    return pageOfValue({ columns, driver, value: parameters.add(values[0]), rest, place, parameters });
  }
  const own = tableOf(driver);
  const chosen = `unnest(${parameters.add(values)}::text[]) AS chosen (value)`;
  const columns = `${own}.${place.column} AS place, ${own}.claim_id AS id`;
  const one = pageOfValue({ columns, driver, value: "chosen.value", rest, place, parameters });
  const limit = `LIMIT ${query.limit + 1}`;
  return `SELECT found.id, found.place, ${shownColumns[shape]} FROM (
      SELECT DISTINCT of_one.place, of_one.id FROM ${chosen} CROSS JOIN LATERAL (${one}) AS of_one
      ${order(["of_one.place", "of_one.id"], place)} ${limit}
    ) AS found JOIN public_claim AS c ON c.claim_id = found.id ${order(["found.place", "found.id"], place)}`;
}

/**
 * The page of one value. The value is asked for as a range of one and stands first in the order, as in the index that
 * is made for this: an equality would let PostgreSQL walk another index through rows of all other values.
 */
function pageOfValue(asked: {
  columns: string;
  driver: Facet;
  value: string;
  rest: Query;
  /** Whether the columns are those of the claim, where the value is in a table of its own. */
  withClaim?: boolean;
  place: Ordered;
  parameters: Parameters;
}): string {
  const { columns, driver, value, rest, withClaim = false, place, parameters } = asked;
  const own = tableOf(driver);
  const key = keyOf(driver);
  const conditions = conditionsOf(rest, parameters);
  const joined =
    driver === "topic" && (withClaim || conditions.length > 0)
      ? "JOIN public_claim AS c USING (claim_id)"
      : "";
  const table = `${driver === "topic" ? "public_claim_topic AS t" : "public_claim AS c"} ${joined}`;
  const range = [`${key} >= ${value}::text`, `${key} <= ${value}::text`];
  return `SELECT ${columns} FROM ${table}
    ${whereOf([...range, ...conditions, ...beyond(own, place, parameters, "hidden")])}
    ${order([key, `${own}.${place.column}`, `${own}.claim_id`], place)} LIMIT ${rest.limit + 1}`;
}

function without(query: Query, driver: Facet | null): Query {
  if (!driver) return query;
  return { ...query, [driver]: driver === "language" ? undefined : [] };
}

function keyOf(driver: Facet): string {
  return `${tableOf(driver)}.${drivers[driver]}`;
}

function tableOf(driver: Facet): "t" | "c" {
  return driver === "topic" ? "t" : "c";
}
