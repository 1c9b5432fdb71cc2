import { z } from "zod";
import { localizedSchema } from "@/lib/i18n/localized";
import {
  languageTag,
  optionalLine,
  optionalPartialDate,
  optionalUrl,
  requiredBlock,
  requiredLine,
  rowVersion,
  slugField,
} from "@/lib/text/fields";

export const articleKinds = [
  "news",
  "opinion",
  "analysis",
  "interview",
  "press_release",
  "social_post",
  "other",
] as const;
export type ArticleKind = (typeof articleKinds)[number];

const articleFields = z.object({
  kind: z.enum(articleKinds),
  title: requiredLine,
  language: languageTag,
  publisher: requiredLine,
  author: optionalLine,
  url: optionalUrl,
  archiveUrl: optionalUrl,
  publishedOn: optionalPartialDate,
  disclosure: localizedSchema,
  /** Whether readers get the whole text; otherwise the quotes with what stands around them. */
  textPublic: z.boolean().default(false),
});

/** A reading aid in another language; as many paragraphs as the text where it is shown beside it. */
export const translationSchema = z.object({
  language: languageTag,
  title: requiredLine,
  text: requiredBlock,
});

/** An article as an editor brings it in: what it is, and its text. */
export const newArticleSchema = articleFields.extend({
  text: requiredBlock,
  /** The address, where the title shall not make it. */
  slug: slugField.optional(),
});
export type NewArticle = z.infer<typeof newArticleSchema>;

/**
 * What an article is, after editing, and the version the editor began with. Where `text` differs, it becomes a new
 * version of the text, to which the quotes move whose place in it is sure.
 */
export const editedArticleSchema = articleFields.extend({
  articleId: z.string().min(1),
  version: rowVersion,
  text: requiredBlock,
});
export type EditedArticle = z.infer<typeof editedArticleSchema>;

/** The article that is archived or restored. */
export const articleIdSchema = z.object({ articleId: z.string().min(1) });

const one = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => text?.trim() || undefined);

/** What the desk's list of articles is read by: words, whether archived ones are asked for, and a cursor of a page. */
export const deskArticleQuerySchema = z.object({
  q: one.transform((text) => text?.slice(0, 200)),
  archived: one.transform((text) => text === "true"),
  after: one,
  before: one,
});
export type DeskArticleQuery = Partial<z.infer<typeof deskArticleQuerySchema>>;
