import { type EventQuery, eventQuerySchema } from "@/lib/desk/audit/schema";

/** Parses URL parameters. Returns the query without invalid ones, and the names of these. */
export function readLogQuery(params: Record<string, string | string[] | undefined>): {
  query: EventQuery;
  ignored: string[];
} {
  const result = eventQuerySchema.safeParse(params);
  if (result.success) return { query: result.data, ignored: [] };
  const ignored = [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
  const rest = Object.fromEntries(Object.entries(params).filter(([name]) => !ignored.includes(name)));
  return { query: eventQuerySchema.parse(rest), ignored };
}

/** Returns the query's filters as a URL query string with its `?`, or an empty string. */
export function logSearch(
  { q, actor, action, entity, from, to }: Partial<EventQuery>,
  after?: string,
): string {
  const filters = Object.entries({ q, actor, action, entity, from, to, after }).filter(([, value]) => value);
  const text = new URLSearchParams(filters as Array<[string, string]>).toString();
  return text ? `?${text}` : "";
}
