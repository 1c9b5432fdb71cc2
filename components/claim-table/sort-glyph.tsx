/** Two triangles; that of the column's current sort direction is coloured. */
export function SortGlyph({ sorted }: { sorted: "asc" | "desc" | false }) {
  return (
    <svg viewBox="0 0 8 12" aria-hidden="true" focusable="false" className="h-3 w-2 shrink-0">
      <path d="M4 0 8 5H0z" className={sorted === "asc" ? "fill-accent" : "fill-rule"} />
      <path d="M4 12 0 7h8z" className={sorted === "desc" ? "fill-accent" : "fill-rule"} />
    </svg>
  );
}

/** Returns the `aria-sort` of a column's heading; undefined where the table is not sorted by the column. */
export function ariaSort(sorted: "asc" | "desc" | false): "ascending" | "descending" | undefined {
  if (!sorted) return undefined;
  return sorted === "asc" ? "ascending" : "descending";
}
