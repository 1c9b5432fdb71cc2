import { type EventQuery, eventQuerySchema } from "@/lib/desk/audit/schema";

/** The query of an address, and the names of the parameters that could not be read and are left out. */
export function readLogQuery(params: Record<string, string | string[] | undefined>): {
  query: EventQuery;
  ignored: string[];
} {
  const first = eventQuerySchema.safeParse(params);
  if (first.success) return { query: first.data, ignored: [] };
  const ignored = [...new Set(first.error.issues.map(({ path }) => String(path[0])))];
  const rest = Object.fromEntries(Object.entries(params).filter(([name]) => !ignored.includes(name)));
  return { query: eventQuerySchema.parse(rest), ignored };
}

/** The filter of a query as the parameters of an address, with a `?` where there are any. */
export function logSearch(
  { q, actor, action, entity, from, to }: Partial<EventQuery>,
  after?: string,
): string {
  const given = Object.entries({ q, actor, action, entity, from, to, after }).filter(([, value]) => value);
  const text = new URLSearchParams(given as Array<[string, string]>).toString();
  return text ? `?${text}` : "";
}
