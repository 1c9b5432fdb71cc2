import { SortGlyph } from "./sort-glyph";

type SortLinkProps = {
  label: string;
  /** The path of the sorted table, in the reader's language; null where the order is fixed. */
  href: string | null;
  hint: string;
  sorted: "asc" | "desc" | false;
};

/** A column's heading: a link that sorts the table, where the order can be changed. */
export function SortLink({ label, href, hint, sorted }: SortLinkProps) {
  if (href === null) return <span className="inline-flex min-h-8 items-center">{label}</span>;
  return (
    <a href={href} title={hint} className="plain-link inline-flex min-h-8 items-center gap-1.5 text-ink">
      {label}
      <SortGlyph sorted={sorted} />
    </a>
  );
}
