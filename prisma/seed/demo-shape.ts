import type { Localized } from "@/lib/i18n/localized";
import type { Rating, RevisionKind, Stance } from "@/lib/record/vocabulary";

/** A text in both languages of the product. */
export type Both = Required<Localized>;

/** The demo's article: its text in the desk's own words, and a translation paragraph by paragraph. */
export type DemoArticle = {
  slug: string;
  kind: "opinion";
  language: "ar";
  title: string;
  text: string;
  translation: { language: "en"; title: string; text: string };
  publisher: string;
  author: string | null;
  url: string;
  archiveUrl: string | null;
  publishedOn: string;
  retrievedAt: string;
  disclosure: Both;
  textPublic: boolean;
};

/** A person of the demo desk. */
export type DemoPerson = { key: string; name: string; role: "editor" | "publisher" };
/** A claimant or topic of the demo desk. */
export type DemoName = { key: string; names: Both };

export type DemoEvidence = {
  url: string;
  title: string;
  publisher: string;
  publishedOn: string | null;
  stance: Stance;
  language: "en";
  excerpt: string | null;
  note: Both | null;
  archiveUrl: string | null;
  accessedOn: string;
};

export type DemoAppearance = {
  url: string;
  title: string | null;
  publisher: string;
  language: "en";
  publishedOn: string | null;
  change: Both;
};

/** A published verdict. `evidenceCount` is the number of the claim's pieces of evidence at that time; by default, all. */
export type DemoRevision = {
  kind: RevisionKind;
  rating: Rating;
  summary: Both;
  reasons: Both;
  note?: Both;
  proposedBy: string;
  publishedBy: string;
  proposedAt: string;
  publishedAt: string;
  evidenceCount?: number;
};

/** A claim with its history. `quote` occurs in the article's text exactly once. */
export type DemoClaim = {
  slug: string;
  text: Both;
  claimant: string;
  claimedAt: string;
  topics: string[];
  quote: string;
  stage: "inbox" | "assigned" | "in_review" | "published";
  assignee?: string;
  evidence: DemoEvidence[];
  appearances: DemoAppearance[];
  revisions: DemoRevision[];
};
