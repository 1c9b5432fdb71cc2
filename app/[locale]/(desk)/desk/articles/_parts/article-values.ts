import { z } from "zod";
import type { DeskArticle } from "@/lib/desk/articles/queries";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import type { FieldValues } from "@/lib/text/merge";

/** What the fields of an article begin with. */
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

/** What the browser sends of a box that is ticked. */
const TICKED = "on";

const text = z.string().optional().catch(undefined);
const typedSchema = z.object({
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
    .literal(TICKED)
    .transform(() => true)
    .optional()
    .catch(undefined),
});

/** What was typed, to begin with again after an answer; `otherwise` where nothing was. */
export function typedArticle(typed: Record<string, unknown> | null, otherwise: ArticleValues): ArticleValues {
  return typed ? typedSchema.parse(typed) : otherwise;
}

/** An article's fields as the form has them. */
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

/** The same by the names of the form, for merging it with somebody else's save. */
export function articleFormValues({ disclosure, textPublic, ...lines }: ArticleValues): FieldValues {
  return {
    ...Object.fromEntries(Object.entries(lines).map(([name, value]) => [name, value ?? ""])),
    "disclosure.en": disclosure?.en ?? "",
    "disclosure.ar": disclosure?.ar ?? "",
    textPublic: textPublic ? TICKED : "",
  };
}
