import { z } from "zod";
import { addTooLongIssue } from "@/lib/text/fields";
import { normalizeLine, normalizeText } from "@/lib/text/normalize";
import { type LocaleId, localeIds } from "./locales";
import type { Localized, Texts } from "./localized";

// Form fields in one or more languages. Rows and records are read by `localizedSchema`, which does not normalize.

function localized(form: (raw: string) => string, limit: number) {
  const text = z.string().meta({ maxLength: limit }).transform(form).optional();
  const texts = Object.fromEntries(localeIds.map((id) => [id, text])) as Record<LocaleId, typeof text>;
  return z
    .strictObject(texts)
    .transform(
      (given): Localized =>
        Object.fromEntries(localeIds.flatMap((id) => (given[id] ? [[id, given[id]]] : []))),
    )
    .superRefine((given, context) => {
      for (const [language, words] of Object.entries(given))
        addTooLongIssue(words, limit, context, [language]);
    });
}

/** Lines by locale, each normalized and of at most `limit` code points; empty ones are left out. */
export const localizedLine = (limit: number) => localized(normalizeLine, limit);

/** Texts of several lines by locale, as {@link localizedLine}. */
export const localizedBlock = (limit: number) => localized(normalizeText, limit);

/** As {@link localizedBlock}, with at least one text. */
export const localizedRequiredBlock = (limit: number) =>
  localizedBlock(limit).refine((texts) => Object.keys(texts).length > 0, { message: "required" });

/** As {@link localizedBlock}, in any language. */
export function textsBlock(limit: number) {
  const text = z.string().meta({ maxLength: limit }).transform(normalizeText).optional();
  return z
    .object({ en: text, ar: text })
    .catchall(text)
    .transform((given): Texts => Object.fromEntries(Object.entries(given).filter(([, words]) => words)))
    .superRefine((given, context) => {
      for (const [language, words = ""] of Object.entries(given))
        addTooLongIssue(words, limit, context, [language]);
    });
}
