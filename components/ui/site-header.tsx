import type { ReactNode } from "react";
import type { LocaleId } from "@/lib/i18n/locales";
import { type NavLink, NavLinks } from "./nav-links";
import { PlainLink } from "./plain-link";
import { Wordmark } from "./wordmark";

type SiteHeaderProps = {
  label: string;
  skip: string;
  links: NavLink[];
  locale: LocaleId;
  /** Whether links navigate with Next's router, as at the desk. */
  usesRouter?: boolean;
  children?: ReactNode;
};

/** The header of every page: the name, the navigation, and at its end desk, person and language. */
export function SiteHeader({ label, skip, links, locale, usesRouter = false, children }: SiteHeaderProps) {
  return (
    <>
      <a
        href="#main"
        className="absolute start-4 top-2 z-10 -translate-y-24 bg-accent px-4 py-2 font-semibold text-accent-ink focus:translate-y-0"
      >
        {skip}
      </a>
      <header className="border-b border-rule-strong bg-sheet">
        <div className="mx-auto flex max-w-[92rem] flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-8 md:gap-x-8">
          <PlainLink href="/" className="no-underline">
            <Wordmark />
          </PlainLink>
          <nav aria-label={label} className="order-last w-full md:order-none md:w-auto md:grow">
            <NavLinks links={links} locale={locale} usesRouter={usesRouter} />
          </nav>
          <div className="contents flex-wrap items-center gap-x-4 gap-y-2 md:flex">{children}</div>
        </div>
      </header>
    </>
  );
}
