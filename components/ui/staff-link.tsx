import type { ReactNode } from "react";
import { PlainLink } from "./plain-link";

/**
 * A link from a reader's page to its desk page. The page is the same for everybody; the browser shows the
 * link to staff only (lib/desk/auth/staff-cookie.ts).
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
