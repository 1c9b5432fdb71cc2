import type { Candidate } from "@/lib/desk/claims/schema";
import type { Localized } from "@/lib/i18n/localized";

/** What the controls begin with by which somebody or something is chosen or named. */
export type NameValues = {
  /** `nobody`, `named`, or `key:` and a key. */
  choice?: string;
  names?: Localized;
};

/** What the controls of a claim begin with. */
export type ClaimFieldValues = {
  language?: string;
  /** `original` is the claim in a language that is none of the product's. */
  text?: Localized & { original?: string };
  claimant?: NameValues;
  claimedOn?: string;
  topics?: string[];
  newTopic?: NameValues;
  quote?: string;
};

/** What the fields offer: the desk's topics, and the claimant that the claim has. */
export type ClaimFieldChoices = {
  topics: Array<{ key: string; names: Localized }>;
  claimant?: Candidate | null;
};

/** The choice of a claimant or topic by key, as forms send it. */
export const choiceOfKey = (key: string) => `key:${key}`;
