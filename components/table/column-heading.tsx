import { clsx } from "clsx";

/**
 * A column's heading, and the order that its link leads to, as an address in the reader's language: null where the order
 * is fixed. `sorted` is how the table is ordered by it now.
 */
export type ClaimTableHeading = {
  label: string;
  href: string | null;
  hint: string;
  sorted: "asc" | "desc" | false;
};

/** The heading of a column: a link that orders the table by it, where the order can be changed. */
export function ColumnHeading({ label, href, hint, sorted, width }: ClaimTableHeading & { width: string }) {
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
      className={clsx(
        "text-start text-sm font-semibold lg:border-y lg:border-rule-strong lg:px-2 lg:py-1 lg:first:ps-0 lg:last:pe-0",
        width,
      )}
    >
      {href === null ? (
        <span className="inline-flex min-h-8 items-center">{label}</span>
      ) : (
        <a href={href} title={hint} className="plain-link inline-flex min-h-8 items-center gap-1.5 text-ink">
          {label}
          <svg viewBox="0 0 8 12" aria-hidden="true" focusable="false" className="h-3 w-2 shrink-0">
            <path d="M4 0 8 5H0z" className={sorted === "asc" ? "fill-accent" : "fill-rule"} />
            <path d="M4 12 0 7h8z" className={sorted === "desc" ? "fill-accent" : "fill-rule"} />
          </svg>
        </a>
      )}
    </th>
  );
}
