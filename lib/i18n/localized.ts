import { z } from "zod";
import { type LocaleId, localeIds } from "./locales";

/** The id of a locale. */
export const localeIdSchema = z.enum(localeIds);

/** A text by locale: `{ en: "…", ar: "…" }`, none empty. */
export type Localized = Partial<Record<LocaleId, string>>;

/** A text and its translations by BCP 47 tag. */
export type Texts = Partial<Record<string, string>>;

/** A text with its language. */
export type TextInLanguage = { text: string; language: string };

const trimmed = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

/**
 * Parses `{ en, ar }` from a row or a record, without empty texts. For form fields, see
 * `localized-fields.ts`.
 */
export const localizedSchema = z
  .object({ en: trimmed, ar: trimmed })
  .transform(
    (texts): Localized => Object.fromEntries(localeIds.flatMap((id) => (texts[id] ? [[id, texts[id]]] : []))),
  );

/**
 * Returns the text in the wanted language, else in `fallback`, else in any, with its language; null if there
 * is none.
 */
export function pickText(texts: Texts, wanted: LocaleId, fallback?: string): TextInLanguage | null {
  for (const id of [wanted, fallback, ...localeIds, ...Object.keys(texts)]) {
    const text = id ? texts[id] : undefined;
    if (id && text) return { text, language: id };
  }
  return null;
}

/** Returns the text of a claim and its translations by language. */
export function textsByLanguage(claim: {
  language: string;
  text: string;
  translations: Array<{ language: string; text: string }>;
}): Texts {
  return {
    ...Object.fromEntries(claim.translations.map((t) => [t.language, t.text])),
    [claim.language]: claim.text,
  };
}
