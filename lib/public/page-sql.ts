import { conditionsOf, type ListFilter, type Sought, whereOf } from "./conditions";
import type { ClaimQuery } from "./filters";
import type { Place } from "./orders";
import { Parameters } from "./parameters";
import type { Search } from "./search";
import { LOOKED_THROUGH, type Reach, searchConditions } from "./search-sql";
import { totalSql } from "./totals";

/** What a page answers of each claim: its document, what the table shows of it, or its record in two halves. */
export type Shape = "document" | "row" | "record";

/** The columns of `public_claim AS c` that a shape is made of. */
export const shownColumns: Record<Shape, string> = {
  document: "c.document",
  row: "c.shown",
  record: "c.record_head, c.record_tail",
};

/**
 * One statement for a page of the table: its rows and one more, each with `total`. A page that is empty still has a
 * row, without an `id`. A page is read from the index that holds the filter's rows in the order asked for.
 */
export function pageStatement(query: Query, place: Ordered, shape: Shape) {
  const parameters = new Parameters();
  const total = totalSql(query, parameters);
  const page = pageSql(query, place, shape, parameters);
  const text = `SELECT counted.total, page.* FROM (SELECT ${total} AS total) AS counted LEFT JOIN (${page}) AS page ON true`;
  return { text, values: parameters.values };
}

/** As {@link pageStatement}, without the total. */
export function rowsStatement(query: Query, place: Ordered, shape: Shape) {
  const parameters = new Parameters();
  return { text: pageSql(query, place, shape, parameters), values: parameters.values };
}

type Ordered = Place & { type: string; reach?: Reach };
type Query = Sought<ClaimQuery>;

function pageSql(query: Query, place: Ordered, shape: Shape, parameters: Parameters): string {
  const { search } = query;
  if (search && place.reach === "all") return sortedPage(query, place, shape, parameters);
  if (search && place.reach === "near") return nearPage(query, search, place, shape, parameters);
  const driver = driverOf(query);
  return driver
    ? drivenPage(driver, query, place, shape, parameters)
    : plainPage(query, place, shownColumns[shape], parameters);
}

type Driver = ListFilter | "language";

const drivers = {
  claimant: "claimant_key",
  publisher: "publisher",
  topic: "topic",
  status: "status",
  language: "language",
};

/** The filter whose index is read: the one that narrows most as a rule. None where an article or words narrow more. */
function driverOf(query: Query): Driver | null {
  if (query.article || query.search) return null;
  return (Object.keys(drivers) as Driver[]).find((name) => valuesOf(query, name).length > 0) ?? null;
}

function valuesOf(query: Query, name: Driver): string[] {
  return [query[name] ?? []].flat();
}

function plainPage(query: Query, place: Ordered, columns: string, parameters: Parameters): string {
  const conditions = [...conditionsOf(query, parameters), ...beyond("c", place, parameters)];
  return `SELECT c.claim_id AS id, c.${place.column} AS place, ${columns} FROM public_claim AS c
    ${whereOf(conditions)} ${order([`c.${place.column}`, "c.claim_id"], place)} LIMIT ${query.limit + 1}`;
}

/** All that match, few as they are, and then sorted: the fence keeps PostgreSQL from looking for them in their order. */
function sortedPage(query: Query, place: Ordered, shape: Shape, parameters: Parameters): string {
  const conditions = [...conditionsOf(query, parameters), ...beyond("c", place, parameters)];
  return `SELECT found.id, found.place, ${shownColumns[shape]} FROM (
      SELECT * FROM (SELECT c.claim_id AS id, c.${place.column} AS place FROM public_claim AS c ${whereOf(conditions)} OFFSET 0)
        AS matched ${order(["matched.place", "matched.id"], place)} LIMIT ${query.limit + 1}
    ) AS found JOIN public_claim AS c ON c.claim_id = found.id ${order(["found.place", "found.id"], place)}`;
}

/** What matches among the next claims of the order. */
function nearPage(query: Query, search: Search, place: Ordered, shape: Shape, parameters: Parameters) {
  const searched = "c.status, c.search_vector, c.search_tokens";
  const next = { ...query, search: null, limit: LOOKED_THROUGH - 1 };
  const looked = plainPage(next, place, searched, parameters);
  return `SELECT found.id, found.place, ${shownColumns[shape]} FROM (
      SELECT c.id, c.place FROM (${looked}) AS c ${whereOf(searchConditions(search, parameters))}
        ${order(["c.place", "c.id"], place)} LIMIT ${query.limit + 1}
    ) AS found JOIN public_claim AS c ON c.claim_id = found.id ${order(["found.place", "found.id"], place)}`;
}

/** The page of each of a filter's values, merged. */
function drivenPage(driver: Driver, query: Query, place: Ordered, shape: Shape, parameters: Parameters) {
  const values = valuesOf(query, driver);
  const rest = { ...query, [driver]: driver === "language" ? undefined : [] };
  if (driver !== "topic" && values.length === 1) {
    const columns = `c.claim_id AS id, c.${place.column} AS place, ${shownColumns[shape]}`;
    return pageOfValue(columns, driver, parameters.add(values[0]), rest, place, parameters);
  }
  const own = tableOf(driver);
  const chosen = `unnest(${parameters.add(values)}::text[]) AS chosen (value)`;
  const columns = `${own}.${place.column} AS place, ${own}.claim_id AS id`;
  const one = pageOfValue(columns, driver, "chosen.value", rest, place, parameters);
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
function pageOfValue(
  columns: string,
  driver: Driver,
  value: string,
  rest: Query,
  place: Ordered,
  parameters: Parameters,
): string {
  const own = tableOf(driver);
  const key = `${own}.${drivers[driver]}`;
  const conditions = conditionsOf(rest, parameters);
  const joined = driver === "topic" && conditions.length > 0 ? "JOIN public_claim AS c USING (claim_id)" : "";
  const table = `${driver === "topic" ? "public_claim_topic AS t" : "public_claim AS c"} ${joined}`;
  const range = [`${key} >= ${value}::text`, `${key} <= ${value}::text`];
  return `SELECT ${columns} FROM ${table}
    ${whereOf([...range, ...conditions, ...beyond(own, place, parameters, "hidden")])}
    ${order([key, `${own}.${place.column}`, `${own}.claim_id`], place)} LIMIT ${rest.limit + 1}`;
}

function tableOf(driver: Driver): "t" | "c" {
  return driver === "topic" ? "t" : "c";
}

function order(columns: string[], { direction }: Place): string {
  return `ORDER BY ${columns.map((column) => `${column} ${direction}`).join(", ")}`;
}

/**
 * The condition that a row comes behind the cursor. A hidden value is looked up before it is compared, so that PostgreSQL
 * plans for a third of the rows: of a value that many rows share it would take those behind the cursor for none.
 */
function beyond(
  table: string,
  { column, type, direction, cursor }: Ordered,
  parameters: Parameters,
  value: "known" | "hidden" = "known",
): string[] {
  if (!cursor) return [];
  const past = direction === "ASC" ? ">" : "<";
  const at = `${parameters.add(cursor.value)}::${type}`;
  const from = value === "known" ? at : `(SELECT ${at})`;
  return [`(${table}.${column}, ${table}.claim_id) ${past} (${from}, ${parameters.add(cursor.id)}::text)`];
}
