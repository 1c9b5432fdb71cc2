import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { isLocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";

/**
 * A link in the reader's language that loads the whole page: readers' pages are cached, and need no router.
 */
export function PlainLink({ href, ...rest }: ComponentProps<"a"> & { href: string }) {
  const locale = useLocale();
  return <a href={isLocaleId(locale) ? localPath(href, locale) : href} {...rest} />;
}
