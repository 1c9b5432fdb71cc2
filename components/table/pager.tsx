import { buttonClass } from "@/components/ui/button";
import { Link } from "@/lib/i18n/navigation";

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
        <Link href={previous.href} prefetch={false} rel="prev" className={buttonClass()}>
          {previous.label}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link href={next.href} prefetch={false} rel="next" className={buttonClass()}>
          {next.label}
        </Link>
      )}
    </nav>
  );
}
