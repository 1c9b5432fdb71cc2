import type { Candidate } from "@/lib/desk/claims/schema";
import type { Localized } from "@/lib/i18n/localized";

/** The initial values of the controls that choose or name a claimant or topic. */
export type NameValues = {
  /** `nobody`, `named`, or `key:` and a key. */
  choice?: string;
  names?: Localized;
};

/** The initial values of a claim's fields. */
export type ClaimFieldValues = {
  language?: string;
  /** `original` is the claim in its own language, where that is not one of the interface. */
  text?: Localized & { original?: string };
  claimant?: NameValues;
  claimedOn?: string;
  topics?: string[];
  newTopic?: NameValues;
  quote?: string;
};

/** The choices of a claim's fields: the desk's topics, and the claim's current claimant. */
export type ClaimFieldChoices = {
  topics: Array<{ key: string; names: Localized }>;
  claimant?: Candidate | null;
};

/** Returns the form value that chooses a claimant or topic by key. */
export const choiceOfKey = (key: string) => `key:${key}`;
