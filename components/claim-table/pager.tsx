import { buttonClass } from "@/components/ui/button";

/** `href` is a path in the reader's language. */
type PagerProps = {
  label: string;
  previous: { href: string; label: string } | null;
  next: { href: string; label: string } | null;
};

/** Links to the previous and next page, where there is one. */
export function Pager({ label, previous, next }: PagerProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex justify-between gap-4 pt-6">
      {previous ? (
        <a href={previous.href} rel="prev" className={buttonClass()}>
          {previous.label}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a href={next.href} rel="next" className={buttonClass()}>
          {next.label}
        </a>
      )}
    </nav>
  );
}
