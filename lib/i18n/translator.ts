import { createTranslator } from "next-intl";
import ar from "@/messages/ar.json" with { type: "json" };
import en from "@/messages/en.json" with { type: "json" };
import type { LocaleId } from "./locales";

type Catalogue = typeof en;
const catalogues: Record<LocaleId, Catalogue> = { en, ar };
const cache = new Map<string, unknown>();

/**
 * Returns the cached translator of a namespace of the message catalogue, for code outside of Next's requests.
 */
export function translator<Part extends keyof Catalogue>(locale: LocaleId, namespace: Part) {
  const make = () =>
    createTranslator<Catalogue, Part>({ locale, messages: catalogues[locale], namespace, timeZone: "UTC" });
  const key = `${locale}.${namespace}`;
  const translate = (cache.get(key) as ReturnType<typeof make> | undefined) ?? make();
  cache.set(key, translate);
  return translate;
}
