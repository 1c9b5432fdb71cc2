/**
 * The maximum lengths of texts, in Unicode code points of their normal form (`lib/text/normalize.ts`), as in
 * JSON Schema's maxLength and PostgreSQL's char_length. Forms, API and database (the migration `text_limits`)
 * enforce the same ones; docs/texts.md lists them.
 */
export const limits = {
  /** An article's text, and a translation of it. */
  articleText: 1_000_000,
  /** The title of an article, an appearance, a piece of evidence. */
  title: 500,
  /** A publisher or an author. */
  publisher: 300,
  /** The disclosure of an article: sponsors, interests. */
  disclosure: 2000,
  claimText: 2000,
  /** A quote from an article. */
  quote: 10_000,
  /** A claimant or a topic. */
  name: 200,
  /** How a claim differs in another appearance. */
  change: 2000,
  excerpt: 5000,
  evidenceNote: 5000,
  /** Why a source is not named. */
  protection: 2000,
  summary: 1000,
  reasons: 5000,
  /** The public note of a correction or retraction. */
  correctionNote: 2000,
  /** The note with which a publisher returns a proposal. */
  returnNote: 2000,
  comment: 5000,
  personName: 100,
  /** The name of an API key. */
  keyName: 80,
  email: 254,
  slug: 80,
  /** An id, or the key of a claimant or a topic. */
  id: 200,
} as const;

/** The maximum numbers of related things. */
export const counts = {
  topicsOfClaim: 20,
  evidenceOfClaim: 200,
  appearancesOfClaim: 200,
} as const;
