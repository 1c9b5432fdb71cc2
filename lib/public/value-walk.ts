import { conditionsOf, type Facet, noDays, type Sought, spanConditions, whereOf } from "./conditions";
import { beyond, type Ordered, order } from "./page-parts";
import type { Parameters, Seen } from "./parameters";

/** The column that the index of a facet begins with. */
const drivers = {
  claimant: "claimant_key",
  publisher: "publisher",
  topic: "topic",
  status: "status",
  language: "language",
};

/**
 * The page of one value. The value is asked for as a range of one and stands first in the order, as in the index that
 * is made for this: an equality would let PostgreSQL walk another index through rows of all other values.
 */
export function pageOfValue(asked: {
  columns: string;
  driver: Facet;
  value: string;
  rest: Partial<Sought> & { limit: number };
  /** Where in the order to begin and to end. */
  bounds: string[];
  /** Whether the columns are those of the claim, where the value is in a table of its own. */
  withClaim?: boolean;
  place: Ordered;
  /** Whether PostgreSQL sees the place of the cursor when it plans. */
  seen?: Seen;
  parameters: Parameters;
}): string {
  const {
    columns,
    driver,
    value,
    rest,
    bounds,
    withClaim = false,
    place,
    seen = "hidden",
    parameters,
  } = asked;
  const own = tableOf(driver);
  const key = keyOf(driver);
  const days = spanConditions(rest, own, parameters);
  const conditions = conditionsOf({ ...rest, ...noDays }, parameters, true);
  const joined =
    driver === "topic" && (withClaim || conditions.length > 0)
      ? "JOIN public_claim AS c USING (claim_id)"
      : "";
  const table = `${driver === "topic" ? "public_claim_topic AS t" : "public_claim AS c"} ${joined}`;
  const range = [`${key} >= ${value}::text`, `${key} <= ${value}::text`];
  return `SELECT ${columns} FROM ${table}
    ${whereOf([...range, ...bounds, ...days, ...conditions, ...beyond(own, place, parameters, seen)])}
    ${order([key, `${own}.${place.column}`, `${own}.claim_id`], place)} LIMIT ${rest.limit + 1}`;
}

/** The column by which the claims of a value are found. */
export function keyOf(driver: Facet): string {
  return `${tableOf(driver)}.${drivers[driver]}`;
}

/** The table that has the index of a facet: that of the topics, or that of the claims. */
export function tableOf(driver: Facet): "t" | "c" {
  return driver === "topic" ? "t" : "c";
}
