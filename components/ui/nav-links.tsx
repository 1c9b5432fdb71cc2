"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath, stripLocale } from "@/lib/i18n/paths";

/** A navigation link. It is current on all paths below `under`, by default below `href`. */
export type NavLink = { href: string; label: string; under?: string };

type NavLinksProps = {
  links: NavLink[];
  locale: LocaleId;
  /** Whether links navigate with Next's router, as at the desk, instead of loading the whole page. */
  usesRouter: boolean;
};

/** The main navigation; the link of the current page is marked. */
export function NavLinks({ links, locale, usesRouter }: NavLinksProps) {
  const pathname = stripLocale(usePathname());
  const Anchor = usesRouter ? Link : "a";
  const current = currentLink(links, pathname);
  return (
    <ul className="-mx-2 flex flex-wrap gap-x-1">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Anchor
            href={localPath(href, locale)}
            {...(usesRouter && { prefetch: false })}
            aria-current={href !== current ? undefined : href === pathname ? "page" : "true"}
            className={clsx(
              "plain-link inline-flex min-h-10 items-center px-2 text-sm text-ink",
              href === current && "font-semibold shadow-[inset_0_-2px_var(--accent)]",
            )}
          >
            {label}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

function currentLink(links: NavLink[], pathname: string): string | undefined {
  const within = (base: string) => base !== "/" && `${pathname}/`.startsWith(`${base}/`);
  return links
    .filter(({ href, under }) => href === pathname || within(under ?? href))
    .toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
}
