/** Two revisions to compare, the older first, and the names of the parameters that were not understood. */
export type RevisionRange = { from: number; to: number; ignored: Array<"from" | "to"> };

/**
 * The two revisions that an address asks for with `from` and `to`, out of the `last` that there are (at least two). A
 * number that is missing or names no revision is replaced: the newest one, and the one before it. Turned round where
 * the newer one was named first.
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
