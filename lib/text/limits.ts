/**
 * The longest texts that the desk stores, in Unicode code points of their normal form (`lib/text/normalize.ts`): the unit
 * of JSON Schema's maxLength and of PostgreSQL's char_length. Forms, API and database (the migration `text_limits`) hold
 * the same ones; docs/texts.md shows them.
 */
export const limits = {
  /** An article's text, and a translation of it. */
  articleText: 1_000_000,
  /** The title of an article, an appearance, a piece of evidence. */
  title: 500,
  /** A publisher or an author. */
  publisher: 300,
  /** What is behind an article: sponsors, interests. */
  disclosure: 2000,
  claimText: 2000,
  /** The words of an article that a claim is made of. */
  quote: 10_000,
  /** A claimant or a topic. */
  name: 200,
  /** How a claim reads in another place. */
  change: 2000,
  excerpt: 5000,
  evidenceNote: 5000,
  /** Why a source is not named. */
  protection: 2000,
  summary: 1000,
  reasons: 5000,
  /** The public words of a correction or a retraction. */
  correctionNote: 2000,
  /** What a publisher asks for when sending a proposal back. */
  returnNote: 2000,
  comment: 5000,
  personName: 100,
  /** What an API key is called. */
  keyName: 80,
  email: 254,
  slug: 80,
  /** An id, or the key of a claimant or a topic. */
  id: 200,
} as const;

/** How many things one thing may have. */
export const counts = {
  topicsOfClaim: 20,
  evidenceOfClaim: 200,
  appearancesOfClaim: 200,
} as const;
