import { createTranslator } from "next-intl";
import ar from "@/messages/ar.json" with { type: "json" };
import en from "@/messages/en.json" with { type: "json" };
import type { LocaleId } from "./locales";

type Catalogue = typeof en;
const catalogues: Record<LocaleId, Catalogue> = { en, ar };
const kept = new Map<string, unknown>();

/**
 * The words of a part of the catalogue in a language, for what is written outside of a page of Next's: that has no
 * request to take its language from.
 */
export function translator<Part extends keyof Catalogue>(locale: LocaleId, namespace: Part) {
  const make = () =>
    createTranslator<Catalogue, Part>({ locale, messages: catalogues[locale], namespace, timeZone: "UTC" });
  const key = `${locale}.${namespace}`;
  const known = (kept.get(key) as ReturnType<typeof make> | undefined) ?? make();
  kept.set(key, known);
  return known;
}
