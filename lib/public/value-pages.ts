import {
  conditionsOf,
  type Facet,
  noDays,
  planFor,
  type Sought,
  spanConditions,
  valuesOf,
  whereOf,
} from "./conditions";
import { beyond, type Ordered, order, plainPage, type Query, type Shape, shownColumns } from "./page-parts";
import type { Parameters } from "./parameters";
import { LOOKED_THROUGH, searchConditions } from "./search-sql";
import { statusRanks } from "./status";

/** The column that the index of a facet begins with. */
const drivers = {
  claimant: "claimant_key",
  publisher: "publisher",
  topic: "topic",
  status: "status",
  language: "language",
};

const noFacets = {
  status: [],
  topic: [],
  publisher: [],
  claimant: [],
  article: undefined,
  language: undefined,
};
const sifted = "c.status, c.claimant_key, c.publisher, c.language, c.topics, c.updated_at";
const searched = "c.search_vector, c.search_tokens";

/**
 * What the rest of the filter leaves of the next claims that one value has, or that there are; where no value is named,
 * words are looked for in the next claims that pass all else.
 */
export function siftedPage(
  driver: Facet | null,
  query: Query,
  place: Ordered,
  shape: Shape,
  parameters: Parameters,
): string {
  const { search } = query;
  const columns = `${shownColumns[shape]}, ${sifted}${search ? `, ${searched}` : ""}`;
  const looked = walk(driver, query, place, columns, parameters);
  const inOrder = order([...(driver ? ["c.key"] : []), "c.place", "c.id"], place);
  const conditions =
    search && !driver
      ? searchConditions(search, parameters)
      : conditionsOf(without(query, driver), parameters);
  return `SELECT c.id, c.place, ${shownColumns[shape]} FROM (${looked}) AS c
    ${whereOf(conditions)} ${inOrder} LIMIT ${query.limit + 1}`;
}

/** Whether there are more claims on the way of a sifted page than it looks through: if not, it has all that match. */
export function moreSql(driver: Facet | null, query: Query, place: Ordered, parameters: Parameters): string {
  return `SELECT count(*) = ${LOOKED_THROUGH} AS more FROM (${walk(driver, query, place, null, parameters)}) AS looked`;
}

function walk(
  driver: Facet | null,
  query: Query,
  place: Ordered,
  columns: string | null,
  parameters: Parameters,
): string {
  const whole = query.search && !driver;
  // In the order of time the days are a part of the way.
  const days = place.column === "updated_at" ? {} : noDays;
  const next = {
    ...query,
    ...(whole ? {} : { ...noFacets, ...days }),
    search: null,
    limit: LOOKED_THROUGH - 1,
  };
  if (!driver) return plainPage(next, place, columns ?? "1", parameters);
  const own = `${keyOf(driver)} AS key, c.claim_id AS id, c.${place.column} AS place`;
  return pageOfValue({
    columns: columns ? `${own}, ${columns}` : "1",
    driver,
    value: parameters.add(valuesOf(query, driver)[0]),
    rest: without(next, driver),
    bounds: statusBounds(query, driver, place),
    withClaim: columns !== null,
    place,
    parameters,
  });
}

/**
 * Claims that pass a filter, the last changed first, from the index of a facet of which one value is asked for; those that
 * were changed first after an instant (as SQL) where one is given.
 */
export function lastChanged(
  columns: string,
  filter: Sought,
  driver: Facet,
  limit: number,
  parameters: Parameters,
  after?: string,
): string {
  return pageOfValue({
    columns,
    driver,
    value: parameters.add(valuesOf(filter, driver)[0]),
    rest: { ...without(filter, driver), limit: limit - 1 },
    bounds: after ? [`${tableOf(driver)}.updated_at > ${after}`] : [],
    withClaim: true,
    place: {
      column: "updated_at",
      type: "timestamptz",
      direction: after ? "ASC" : "DESC",
      backwards: false,
      cursor: null,
    },
    parameters,
  });
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
  const bounds = statusBounds(rest, driver, place);
  if (driver !== "topic" && values.length === 1) {
    const columns = `c.claim_id AS id, c.${place.column} AS place, ${shownColumns[shape]}`;
    return pageOfValue({
      columns,
      driver,
      value: parameters.typed(values[0], "text", planFor(query) === "kept" ? "hidden" : "known"),
      rest,
      bounds,
      place,
      parameters,
    });
  }
  const own = tableOf(driver);
  const chosen = `unnest(${parameters.typed(values, "text[]", "hidden")}) AS chosen (value)`;
  const columns = `${own}.${place.column} AS place, ${own}.claim_id AS id`;
  const one = pageOfValue({ columns, driver, value: "chosen.value", rest, bounds, place, parameters });
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
  rest: Sought & { limit: number };
  /** Where in the order to begin and to end. */
  bounds: string[];
  /** Whether the columns are those of the claim, where the value is in a table of its own. */
  withClaim?: boolean;
  place: Ordered;
  parameters: Parameters;
}): string {
  const { columns, driver, value, rest, bounds, withClaim = false, place, parameters } = asked;
  const own = tableOf(driver);
  const key = keyOf(driver);
  const days = spanConditions(rest, own, parameters);
  const conditions = conditionsOf({ ...rest, ...noDays }, parameters);
  const joined =
    driver === "topic" && (withClaim || conditions.length > 0)
      ? "JOIN public_claim AS c USING (claim_id)"
      : "";
  const table = `${driver === "topic" ? "public_claim_topic AS t" : "public_claim AS c"} ${joined}`;
  const range = [`${key} >= ${value}::text`, `${key} <= ${value}::text`];
  return `SELECT ${columns} FROM ${table}
    ${whereOf([...range, ...bounds, ...days, ...conditions, ...beyond(own, place, parameters, "hidden")])}
    ${order([key, `${own}.${place.column}`, `${own}.claim_id`], place)} LIMIT ${rest.limit + 1}`;
}

/**
 * What the statuses that are asked for say of the column of an order: by rating they stand side by side, and by the time of
 * publication all that never were published stand at one end.
 */
function statusBounds({ status }: Query, driver: Facet, { column }: Ordered): string[] {
  if (status.length === 0 || driver === "status") return [];
  const at = `${tableOf(driver)}.${column}`;
  const ranks = status.map((one) => statusRanks[one]);
  const [lowest, highest] = [Math.min(...ranks), Math.max(...ranks)];
  if (column === "status_rank") return [`${at} >= ${lowest}`, `${at} <= ${highest}`];
  if (column !== "published_order") return [];
  if (lowest >= statusRanks.retracted) return [`${at} > 'epoch'`];
  return highest < statusRanks.retracted ? [`${at} <= 'epoch'`] : [];
}

function without<Filter extends Partial<Sought>>(query: Filter, driver: Facet | null): Filter {
  if (!driver) return query;
  return { ...query, [driver]: driver === "language" ? undefined : [] };
}

function keyOf(driver: Facet): string {
  return `${tableOf(driver)}.${drivers[driver]}`;
}

function tableOf(driver: Facet): "t" | "c" {
  return driver === "topic" ? "t" : "c";
}
