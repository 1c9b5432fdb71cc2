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
  /** Whether readers see the whole text; otherwise only the quotes with their context. */
  textPublic: z.boolean().default(false),
});

/** A translation of the text. It is shown side by side if it has as many paragraphs as the text. */
export const translationSchema = z.object({
  language: languageTag,
  title: requiredLine(limits.title),
  text: requiredBlock(limits.articleText),
});

/** A new article: its metadata and text. */
export const newArticleSchema = articleFields.extend({
  text: requiredBlock(limits.articleText),
  /** The slug, if it is not to be derived from the title. */
  slug: slugField.optional(),
});
export type NewArticle = z.infer<typeof newArticleSchema>;

/**
 * An edited article and the version that the editor started from. A changed `text` becomes a new version of
 * the text, to which quotes with a certain position move.
 */
export const editedArticleSchema = articleFields.extend({
  articleId: idField,
  version: rowVersion,
  text: requiredBlock(limits.articleText),
});
export type EditedArticle = z.infer<typeof editedArticleSchema>;

/** The article to archive or restore. */
export const articleIdSchema = z.object({ articleId: idField });

const firstValue = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => text?.trim() || undefined);

/** Query parameters of the desk's article list: search words, archived or not, and a page cursor. */
export const deskArticleQuerySchema = z.object({
  // Longer queries cannot match a title and publisher.
  q: firstValue.transform((text) => text?.slice(0, limits.title + limits.publisher)),
  archived: firstValue.transform((text) => text === "true"),
  after: firstValue,
  before: firstValue,
});
export type DeskArticleQuery = Partial<z.infer<typeof deskArticleQuerySchema>>;
