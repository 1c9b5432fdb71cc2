import { z } from "zod";
import { type LocaleId, localeIds } from "./locales";

export const localeIdSchema = z.enum(localeIds);

/** The same text in one or more languages of the product: `{ en: "…", ar: "…" }`, none of them empty. */
export type Localized = Partial<Record<LocaleId, string>>;

/** The same text by language, as BCP 47 tags: in the one that it was written in, and translated. */
export type Texts = Partial<Record<string, string>>;

/** A text in the language it was found in. */
export type InLanguage = { text: string; language: string };

const trimmed = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

/** Reads `{ en, ar }` from a row or a record: drops empty ones. What is typed is read by `localized-fields.ts`. */
export const localizedSchema = z
  .object({ en: trimmed, ar: trimmed })
  .transform(
    (texts): Localized => Object.fromEntries(localeIds.flatMap((id) => (texts[id] ? [[id, texts[id]]] : []))),
  );

/**
 * The text in the wanted language, else in `fallback`, else in any; null where there is none at all.
 * Says which language it found, so that the screen can set `lang` and `dir`.
 */
export function pick(texts: Texts, wanted: LocaleId, fallback?: string): InLanguage | null {
  for (const id of [wanted, fallback, ...localeIds, ...Object.keys(texts)]) {
    const text = id ? texts[id] : undefined;
    if (id && text) return { text, language: id };
  }
  return null;
}

/** What a claim says by language, of its row and those of its translations. */
export function textsOf(claim: {
  language: string;
  text: string;
  translations: Array<{ language: string; text: string }>;
}): Texts {
  return {
    ...Object.fromEntries(claim.translations.map((t) => [t.language, t.text])),
    [claim.language]: claim.text,
  };
}
