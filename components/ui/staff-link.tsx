import type { ReactNode } from "react";
import { PlainLink } from "./plain-link";

/**
 * The way from a reader's page to the desk's, shown to staff alone: by the browser, as the page is the same for all
 * (lib/desk/auth/staff-cookie.ts).
 */
export function StaffLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="hidden text-sm in-data-staff:block print:hidden">
      <PlainLink href={href} rel="nofollow">
        {children}
      </PlainLink>
    </p>
  );
}
