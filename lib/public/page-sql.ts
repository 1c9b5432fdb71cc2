import {
  conditionsOf,
  type Facet,
  facetsOf,
  matchingClaims,
  noDays,
  noFacets,
  passingFacets,
  spanConditions,
  whereOf,
} from "./conditions";
import { beyond, type Ordered, order, plainPage, type Query, type Shape, shownColumns } from "./page-parts";
import { Parameters } from "./parameters";
import { isOfPublished, type Stretch } from "./stretches";
import { totalSql } from "./totals";
import { drivenPage, siftedPage, stopSql } from "./value-pages";

/**
 * One statement for a page of the table: its rows and one more, each with `total`. A page that is empty still has a
 * row, without an `id`. A page is read from the index that holds the filter's rows in the order asked for. Where one that
 * was sifted is not full, and there are more claims than were looked through, `stop_place` and `stop_id` are those of the
 * last.
 */
export function pageStatement(query: Query, place: Ordered, shape: Shape) {
  const parameters = new Parameters();
  return statementOf(totalSql(query, parameters, place), query, place, shape, parameters);
}

/** As {@link pageStatement}, but nothing is counted: `total` is null. */
export function rowsStatement(query: Query, place: Ordered, shape: Shape) {
  return statementOf("NULL::int", query, place, shape, new Parameters());
}

function statementOf(total: string, query: Query, place: Ordered, shape: Shape, parameters: Parameters) {
  const counted = `(SELECT ${total} AS total) AS counted`;
  const page = pageSql(query, place, shape, parameters);
  const { values } = parameters;
  if (place.reach !== "near")
    return {
      text: `SELECT counted.total, page.* FROM ${counted} LEFT JOIN (${page}) AS page ON true`,
      values,
    };
  const stop = stopSql(place.driver ?? null, query, place, parameters);
  const text = `WITH page AS MATERIALIZED (${page}) SELECT counted.total, stop.*, page.* FROM ${counted}
    LEFT JOIN (${stop}) AS stop ON true LEFT JOIN page ON true`;
  return { text, values };
}

function pageSql(query: Query, place: Ordered, shape: Shape, parameters: Parameters): string {
  if (place.reach === "all") return sortedPage(query, place, shape, parameters);
  if (place.reach === "near") return siftedPage(place.driver ?? null, query, place, shape, parameters);
  const driver = place.driver ?? driverOf(query);
  return driver
    ? drivenPage(driver, query, place, shape, parameters)
    : plainPage(query, place, [shownColumns[shape]], parameters);
}

/** The facet whose index is read. None where an article or words narrow more. */
function driverOf(query: Query): Facet | null {
  if (query.article || query.search) return null;
  return facetsOf(query)[0] ?? null;
}

/**
 * All that match, few as they are, and then sorted: the fence keeps PostgreSQL from looking for them in their order, or
 * behind the cursor.
 */
function sortedPage(query: Query, place: Ordered, shape: Shape, parameters: Parameters): string {
  const matching = place.stretch
    ? matchingIn(place.stretch, query, place, parameters)
    : matchingClaims(query, place.few ?? false, parameters);
  const own = [`matched.${place.column}`, "matched.claim_id"];
  return `SELECT found.id, found.place, ${shownColumns[shape]} FROM (
      SELECT matched.ctid AS row, matched.claim_id AS id, matched.${place.column} AS place FROM (
        SELECT c.ctid, c.claim_id, c.${place.column} FROM ${matching} OFFSET 0
      ) AS matched ${whereOf(beyond("matched", place, parameters))} ${order(own, place)} LIMIT ${query.limit + 1}
    ) AS found JOIN public_claim AS c ON c.ctid = found.row ${order(["found.place", "found.id"], place)}`;
}

/**
 * The claims of a stretch that match: what stands in it, is of the days and passes the facets are places that PostgreSQL
 * has of an index each, and intersects before it reads a claim. What was published was last changed then, so that the days are
 * a part of the stretch, where nothing else is in it: PostgreSQL would expect hardly any claim to be in both.
 */
function matchingIn(stretch: Stretch, query: Query, { direction }: Ordered, parameters: Parameters): string {
  const { column, type, from, to } = stretch;
  const [begin, end] = direction === "ASC" ? [">=", "<="] : ["<=", ">="];
  const facets = facetsOf(query).length > 1 ? passingFacets(query, parameters) : [];
  const others = facets.length > 0 ? noFacets : {};
  return `public_claim AS c ${whereOf([
    ...facets,
    ...conditionsOf({ ...query, ...others, ...noDays }, parameters),
    ...spanConditions(
      query,
      "c",
      parameters,
      "known",
      isOfPublished(stretch, direction) ? column : undefined,
    ),
    ...(from === null ? [] : [`c.${column} ${begin} ${parameters.typed(from, type, "known")}`]),
    `c.${column} ${end} ${parameters.typed(to, type, "known")}`,
  ])}`;
}
