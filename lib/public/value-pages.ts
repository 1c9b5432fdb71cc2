import {
  conditionsOf,
  type Facet,
  noDays,
  noFacets,
  planFor,
  type Sought,
  valuesOf,
  whereOf,
} from "./conditions";
import { orderBounds, withoutBounds } from "./order-bounds";
import { type Ordered, order, plainPage, type Query, type Shape, shownColumns } from "./page-parts";
import type { Parameters } from "./parameters";
import { LOOKED_THROUGH, searchConditions } from "./search-sql";
import { keyOf, pageOfValue, tableOf } from "./value-walk";

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
      : conditionsOf(without(query, driver), parameters, true);
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
  const bounds = orderBounds(query, driver, place, parameters);
  if (!driver) return plainPage(next, place, columns ?? "1", parameters, bounds);
  // As the index has them, by which PostgreSQL knows that the walk is in order and ends it where the page is full.
  const table = tableOf(driver);
  const own = `${keyOf(driver)} AS key, ${table}.claim_id AS id, ${table}.${place.column} AS place`;
  return pageOfValue({
    columns: columns ? `${own}, ${columns}` : "1",
    driver,
    value: parameters.add(valuesOf(query, driver)[0]),
    rest: without(next, driver),
    bounds,
    withClaim: columns !== null,
    place,
    // Hardly any claims share a time: what is behind it is no third of the rows, of which a small table would sort all.
    seen: place.column === "updated_at" && planFor(query) === "anew" ? "known" : "hidden",
    parameters,
  });
}

/** More claims than there are: a walk is not limited, and nothing behind it becomes a part of it. */
const ALL = 2 ** 31 - 1;

/**
 * Claims that pass a filter, the last changed first, from the index of a facet of which one value is asked for; those that
 * were changed first after an instant (as SQL) where one is given. Words are looked for as the claims come by.
 */
export function lastChanged(
  columns: string,
  filter: Sought,
  driver: Facet,
  limit: number,
  parameters: Parameters,
  after?: string,
): string {
  const { search } = filter;
  if (search) {
    const all = lastChanged(
      `${sifted}, ${searched}`,
      { ...filter, search: null },
      driver,
      ALL,
      parameters,
      after,
    );
    return `SELECT ${columns} FROM (${all}) AS c ${whereOf(searchConditions(search, parameters))} LIMIT ${limit}`;
  }
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
  const own = tableOf(driver);
  const rest = without(withoutBounds(query, place.column), driver);
  const bounds = orderBounds(query, driver, place, parameters);
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
  const chosen = `unnest(${parameters.typed(values, "text[]", "hidden")}) AS chosen (value)`;
  const columns = `${own}.${place.column} AS place, ${own}.claim_id AS id`;
  const one = pageOfValue({ columns, driver, value: "chosen.value", rest, bounds, place, parameters });
  const limit = `LIMIT ${query.limit + 1}`;
  return `SELECT found.id, found.place, ${shownColumns[shape]} FROM (
      SELECT DISTINCT of_one.place, of_one.id FROM ${chosen} CROSS JOIN LATERAL (${one}) AS of_one
      ${order(["of_one.place", "of_one.id"], place)} ${limit}
    ) AS found JOIN public_claim AS c ON c.claim_id = found.id ${order(["found.place", "found.id"], place)}`;
}

function without<Filter extends Partial<Sought>>(query: Filter, driver: Facet | null): Filter {
  if (!driver) return query;
  return { ...query, [driver]: driver === "language" ? undefined : [] };
}
