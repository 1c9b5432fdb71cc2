/** Two revisions to compare, the older first, and the names of the invalid parameters. */
export type RevisionRange = { from: number; to: number; ignored: Array<"from" | "to"> };

/**
 * Parses the query parameters `from` and `to` for a claim with `last` revisions (at least two). A missing or invalid number
 * is replaced by the newest revision, or the one before. The two are swapped if the newer one comes first.
 */
export function readRevisionRange(
  params: Partial<Record<"from" | "to", string | string[]>>,
  last: number,
): RevisionRange {
  const read = (name: "from" | "to") => {
    const text = [params[name] ?? ""].flat()[0]?.trim() ?? "";
    const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return { number: number >= 1 && number <= last ? number : null, ignored: text === "" ? [] : [name] };
  };
  const [from, to] = [read("from"), read("to")];
  const end = to.number ?? last;
  const begin = from.number ?? (end === 1 ? 2 : end - 1);
  return {
    from: Math.min(begin, end),
    to: Math.max(begin, end),
    ignored: [from, to].flatMap(({ number, ignored }) => (number === null ? ignored : [])),
  };
}
