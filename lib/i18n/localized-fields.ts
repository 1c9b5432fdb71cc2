import { z } from "zod";
import { refuseTooLong } from "@/lib/text/fields";
import { normalizeLine, normalizeText } from "@/lib/text/normalize";
import { type LocaleId, localeIds } from "./locales";
import type { Localized, Texts } from "./localized";

// What is typed in one or more languages. What is read from rows and records is read by `localizedSchema`, as it stands.

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
      for (const [language, words] of Object.entries(given)) refuseTooLong(words, limit, context, [language]);
    });
}

/** Lines by language, each in its normal form and at most so many code points long; empty ones are left out. */
export const localizedLine = (limit: number) => localized(normalizeLine, limit);

/** Texts of several lines by language, as {@link localizedLine}. */
export const localizedBlock = (limit: number) => localized(normalizeText, limit);

/** As {@link localizedBlock}, with a text in at least one language. */
export const localizedRequiredBlock = (limit: number) =>
  localizedBlock(limit).refine((texts) => Object.keys(texts).length > 0, { message: "required" });

/** As {@link localizedBlock}, in any languages: what is typed may be in none of the product's. */
export function textsBlock(limit: number) {
  const text = z.string().meta({ maxLength: limit }).transform(normalizeText).optional();
  return z
    .object({ en: text, ar: text })
    .catchall(text)
    .transform((given): Texts => Object.fromEntries(Object.entries(given).filter(([, words]) => words)))
    .superRefine((given, context) => {
      for (const [language, words = ""] of Object.entries(given))
        refuseTooLong(words, limit, context, [language]);
    });
}
