"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { LocaleId } from "@/lib/i18n/locales";
import { barePath, localPath } from "@/lib/i18n/paths";

/** A way to go. `under` is the beginning of the addresses that belong to it, where that is not `href` itself. */
export type NavLink = { href: string; label: string; under?: string };

type NavLinksProps = {
  links: NavLink[];
  locale: LocaleId;
  /** Whether what follows is drawn into this page, as at the desk; else it is loaded whole. */
  inPlace: boolean;
};

/** The ways to go; the one that the page belongs to is marked. */
export function NavLinks({ links, locale, inPlace }: NavLinksProps) {
  const pathname = barePath(usePathname());
  const Way = inPlace ? Link : "a";
  const current = currentLink(links, pathname);
  return (
    <ul className="-mx-2 flex flex-wrap gap-x-1">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Way
            href={localPath(href, locale)}
            {...(inPlace && { prefetch: false })}
            aria-current={href !== current ? undefined : href === pathname ? "page" : "true"}
            className={clsx(
              "plain-link inline-flex min-h-10 items-center px-2 text-sm text-ink",
              href === current && "font-semibold shadow-[inset_0_-2px_var(--accent)]",
            )}
          >
            {label}
          </Way>
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
