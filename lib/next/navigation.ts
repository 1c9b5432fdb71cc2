import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Next's links and redirects that keep the reader's language. */
export const { Link, redirect, usePathname } = createNavigation(routing);
