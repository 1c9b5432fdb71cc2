import type { ReactNode } from "react";
import { Link } from "@/lib/i18n/navigation";
import { Wordmark } from "./wordmark";

type SiteHeaderProps = {
  label: string;
  skip: string;
  links: Array<{ href: string; label: string }>;
  children?: ReactNode;
};

/** The head of every page: the name, where to go, and what stands at its end (language, person). */
export function SiteHeader({ label, skip, links, children }: SiteHeaderProps) {
  return (
    <>
      <a
        href="#main"
        className="absolute start-4 top-2 z-10 -translate-y-24 bg-accent px-4 py-2 font-semibold text-accent-ink focus:translate-y-0"
      >
        {skip}
      </a>
      <header className="border-b border-rule-strong bg-sheet">
        <div className="mx-auto flex max-w-[92rem] flex-wrap items-center justify-between gap-x-8 gap-y-2 px-4 py-3 sm:px-8">
          <Link href="/" prefetch={false} className="no-underline">
            <Wordmark />
          </Link>
          <nav aria-label={label} className="order-last w-full md:order-none md:w-auto md:grow">
            <ul className="-mx-2 flex flex-wrap gap-x-1">
              {links.map(({ href, label: text }) => (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    className="plain-link inline-flex min-h-10 items-center px-2 text-sm text-ink"
                  >
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className="flex flex-wrap items-center gap-2">{children}</div>
        </div>
      </header>
    </>
  );
}
