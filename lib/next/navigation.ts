import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Next's links and redirects, in the current language. */
export const { Link, redirect, usePathname } = createNavigation(routing);
