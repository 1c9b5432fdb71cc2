import { z } from "zod";
import type { DeskArticle } from "@/lib/desk/articles/queries";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import type { FieldValues } from "@/lib/text/merge";

/** The initial values of an article's fields. */
export type ArticleValues = {
  title?: string;
  kind?: string;
  language?: string;
  publisher?: string;
  author?: string;
  url?: string;
  archiveUrl?: string;
  publishedOn?: string;
  text?: string;
  disclosure?: Localized;
  textPublic?: boolean;
};

/** The form value of a checked checkbox. */
const CHECKED = "on";

const text = z.string().optional().catch(undefined);
const submittedSchema = z.object({
  title: text,
  kind: text,
  language: text,
  publisher: text,
  author: text,
  url: text,
  archiveUrl: text,
  publishedOn: text,
  text,
  disclosure: localizedSchema.optional().catch(undefined),
  textPublic: z
    .literal(CHECKED)
    .transform(() => true)
    .optional()
    .catch(undefined),
});

/** Returns the submitted values of an article's fields, or `fallback` where nothing was submitted. */
export function readSubmittedArticle(
  submitted: Record<string, unknown> | null,
  fallback: ArticleValues,
): ArticleValues {
  return submitted ? submittedSchema.parse(submitted) : fallback;
}

/** Returns an article's fields as initial values of the form. */
export function articleValues(article: DeskArticle): ArticleValues {
  const { title, kind, language, publisher, author, url, archiveUrl, publishedOn, text } = article;
  const { disclosure, textPublic } = article;
  return {
    title,
    kind,
    language,
    publisher,
    text,
    disclosure,
    textPublic,
    author: author ?? "",
    url: url ?? "",
    archiveUrl: archiveUrl ?? "",
    publishedOn: publishedOn ?? "",
  };
}

/** Returns the same values by field name, to merge them with somebody else's save. */
export function articleFormValues({ disclosure, textPublic, ...lines }: ArticleValues): FieldValues {
  return {
    ...Object.fromEntries(Object.entries(lines).map(([name, value]) => [name, value ?? ""])),
    "disclosure.en": disclosure?.en ?? "",
    "disclosure.ar": disclosure?.ar ?? "",
    textPublic: textPublic ? CHECKED : "",
  };
}
