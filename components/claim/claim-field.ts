import type { Localized } from "@/lib/i18n/localized";

/** What the controls of a claim begin with. */
export type ClaimFieldValues = {
  language?: string;
  text?: Localized;
  claimant?: Localized;
  claimedOn?: string;
  topics?: string[];
  newTopic?: Localized;
  quote?: string;
};

/** What is wrong, by field name such as `text.en`: keys of `fields.errors` in the message catalogue. */
export type FieldErrors = Record<string, readonly string[] | null | undefined>;

/** What the fields suggest: the desk's topics, and the claimants it knows. */
export type ClaimFieldChoices = {
  topics: Array<{ key: string; names: Localized }>;
  claimants: Localized[];
};
