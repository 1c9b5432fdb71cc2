import { z } from "zod";
import { localizedBlock } from "@/lib/i18n/localized-fields";
import { articleKinds } from "@/lib/record/vocabulary";
import {
  idField,
  languageTag,
  optionalLine,
  optionalPartialDate,
  optionalUrl,
  requiredBlock,
  requiredLine,
  rowVersion,
  slugField,
} from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";

const articleFields = z.object({
  kind: z.enum(articleKinds),
  title: requiredLine(limits.title),
  language: languageTag,
  publisher: requiredLine(limits.publisher),
  author: optionalLine(limits.publisher),
  url: optionalUrl,
  archiveUrl: optionalUrl,
  publishedOn: optionalPartialDate,
  disclosure: localizedBlock(limits.disclosure),
  /** Whether readers get the whole text; otherwise the quotes with what stands around them. */
  textPublic: z.boolean().default(false),
});

/** A reading aid in another language; as many paragraphs as the text where it is shown beside it. */
export const translationSchema = z.object({
  language: languageTag,
  title: requiredLine(limits.title),
  text: requiredBlock(limits.articleText),
});

/** An article as an editor brings it in: what it is, and its text. */
export const newArticleSchema = articleFields.extend({
  text: requiredBlock(limits.articleText),
  /** The address, where the title shall not make it. */
  slug: slugField.optional(),
});
export type NewArticle = z.infer<typeof newArticleSchema>;

/**
 * What an article is, after editing, and the version the editor began with. Where `text` differs, it becomes a new
 * version of the text, to which the quotes move whose place in it is sure.
 */
export const editedArticleSchema = articleFields.extend({
  articleId: idField,
  version: rowVersion,
  text: requiredBlock(limits.articleText),
});
export type EditedArticle = z.infer<typeof editedArticleSchema>;

/** The article that is archived or restored. */
export const articleIdSchema = z.object({ articleId: idField });

const one = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => text?.trim() || undefined);

/** What the desk's list of articles is read by: words, whether archived ones are asked for, and a cursor of a page. */
export const deskArticleQuerySchema = z.object({
  // What is longer than a title and a publisher together is in none.
  q: one.transform((text) => text?.slice(0, limits.title + limits.publisher)),
  archived: one.transform((text) => text === "true"),
  after: one,
  before: one,
});
export type DeskArticleQuery = Partial<z.infer<typeof deskArticleQuerySchema>>;
