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
 * and words are, these are looked for in the next claims that pass all else.
 */
export function siftedPage(
  driver: Facet | null,
  query: Query,
  place: Ordered,
  shape: Shape,
  parameters: Parameters,
): string {
  const { search } = query;
  const columns = [shownColumns[shape], sifted, ...(search ? [searched] : [])];
  const looked = walk(driver, query, place, columns, parameters);
  const conditions =
    search && isOfWords(query, driver)
      ? searchConditions(search, parameters)
      : conditionsOf(without(query, driver), parameters, true);
  return `SELECT c.id, c.place, ${shownColumns[shape]} FROM (${looked}) AS c
    ${whereOf(conditions)} ${inOrderOf(driver, place)} LIMIT ${query.limit + 1}`;
}

function isOfWords({ search }: Query, driver: Facet | null): boolean {
  return search !== null && !search.sifted && !driver;
}

/**
 * The last claim that a sifted page looks through, for a statement that has it as `page`. No row where the page is full, nor
 * where there are no more claims: it has all that match. A limit of none is known before the first claim is read.
 */
export function stopSql(driver: Facet | null, query: Query, place: Ordered, parameters: Parameters): string {
  return `SELECT c.place AS stop_place, c.id AS stop_id FROM (${walk(driver, query, place, [], parameters)}) AS c
    ${inOrderOf(driver, place)} OFFSET ${LOOKED_THROUGH - 1} LIMIT (SELECT (count(*) <= ${query.limit})::int FROM page)`;
}

// As the index has them, by which PostgreSQL knows that the walk is in order and ends it where the page is full.
function inOrderOf(driver: Facet | null, place: Ordered): string {
  return order([...(driver ? ["c.key"] : []), "c.place", "c.id"], place);
}

function walk(
  driver: Facet | null,
  query: Query,
  place: Ordered,
  columns: string[],
  parameters: Parameters,
): string {
  // In the order of time the days are a part of the way.
  const days = place.column === "updated_at" ? {} : noDays;
  const next = {
    ...query,
    ...(isOfWords(query, driver) ? {} : { ...noFacets, ...days }),
    search: null,
    limit: LOOKED_THROUGH - 1,
  };
  const bounds = orderBounds(query, driver, place, parameters);
  if (!driver) return plainPage(next, place, columns, parameters, bounds);
  const table = tableOf(driver);
  const own = [`${keyOf(driver)} AS key`, `${table}.claim_id AS id`, `${table}.${place.column} AS place`];
  return pageOfValue({
    columns: [...own, ...columns].join(", "),
    driver,
    value: parameters.add(valuesOf(query, driver)[0]),
    rest: without(next, driver),
    bounds,
    withClaim: columns.length > 0,
    place,
    // Hardly any claims share a time: what is behind it is no third of the rows, of which a small table would sort all.
    seen: place.column === "updated_at" && planFor(query) === "anew" ? "known" : "hidden",
    parameters,
  });
}

/** More claims than there are: a walk is not limited, and nothing behind it becomes a part of it. */
const ALL = 2 ** 31 - 1;

/**
 * Claims that pass a filter, the last changed first, from the index of a facet of which one value is asked for, or from that
 * of time; those that were changed first after an instant (as SQL) where one is given. Words, and what else is asked for
 * with them, are looked for as the claims come by; where a search is sifted, in the first LOOKED_THROUGH.
 */
export function lastChanged(
  columns: string,
  filter: Sought,
  driver: Facet | null,
  limit: number,
  parameters: Parameters,
  after?: string,
): string {
  const { search } = filter;
  if (search) {
    const looked = search.sifted ? LOOKED_THROUGH : ALL;
    const walked = { ...filter, ...noFacets, ...(driver && { [driver]: filter[driver] }), search: null };
    const all = lastChanged(`${sifted}, ${searched}`, walked, driver, looked, parameters, after);
    const conditions = conditionsOf({ ...without(filter, driver), ...noDays }, parameters, true);
    return `SELECT ${columns} FROM (${all}) AS c ${whereOf(conditions)} LIMIT ${limit}`;
  }
  const rest = { ...without(filter, driver), limit: limit - 1 };
  const place: Ordered = {
    column: "updated_at",
    type: "timestamptz",
    direction: after ? "ASC" : "DESC",
    backwards: false,
    cursor: null,
  };
  const bounds = after ? [`${driver ? tableOf(driver) : "c"}.updated_at > ${after}`] : [];
  if (!driver) return plainPage(rest, place, [columns], parameters, bounds);
  return pageOfValue({
    columns,
    driver,
    value: parameters.add(valuesOf(filter, driver)[0]),
    rest,
    bounds,
    withClaim: true,
    place,
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
