import { buttonClass } from "@/components/ui/button";
import { PlainLink } from "@/components/ui/plain-link";

type PagerProps = {
  label: string;
  previous: { href: string; label: string } | null;
  next: { href: string; label: string } | null;
};

/** The ways to the page before and behind, where there is one. */
export function Pager({ label, previous, next }: PagerProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex justify-between gap-4 pt-6">
      {previous ? (
        <PlainLink href={previous.href} rel="prev" className={buttonClass()}>
          {previous.label}
        </PlainLink>
      ) : (
        <span />
      )}
      {next && (
        <PlainLink href={next.href} rel="next" className={buttonClass()}>
          {next.label}
        </PlainLink>
      )}
    </nav>
  );
}
