"use client";

import { clsx } from "clsx";
import { Link, usePathname } from "@/lib/i18n/navigation";

/** A way to go. `under` is the beginning of the addresses that belong to it, where that is not `href` itself. */
export type NavLink = { href: string; label: string; under?: string };

/** The ways to go; the one that the page belongs to is marked. */
export function NavLinks({ links }: { links: NavLink[] }) {
  const pathname = usePathname();
  const current = currentLink(links, pathname);
  return (
    <ul className="-mx-2 flex flex-wrap gap-x-1">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            prefetch={false}
            aria-current={href !== current ? undefined : href === pathname ? "page" : "true"}
            className={clsx(
              "plain-link inline-flex min-h-10 items-center px-2 text-sm text-ink",
              href === current && "font-semibold shadow-[inset_0_-2px_var(--accent)]",
            )}
          >
            {label}
          </Link>
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
