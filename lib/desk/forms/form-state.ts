import type { Candidate } from "@/lib/desk/claims/schema";
import type { FieldValues, MergeResult } from "@/lib/text/merge";

/** Claimants or topics to choose from, by form field. */
export type Candidates = Record<string, Candidate[]>;

/**
 * The current values of a row by form field, and who saved it last and when (ISO 8601), if known.
 * `candidates` are the entities that the values refer to.
 */
export type CurrentValues = {
  candidates?: Candidates;
  version: number;
  values: FieldValues;
  saved: { by: string; at: string } | null;
};

/** A conflict with somebody else's save: the current values, the submitted ones (`mine`) and the merge. */
export type Conflict = CurrentValues & MergeResult & { mine: FieldValues };

/** A key or link that is shown once and not stored. `recipient` is its owner, if that is somebody else. */
export type Secret = { value: string; recipient?: string; mailed?: "sent" | "failed" | "off" };

/** The result of a form's action. */
export type FormState = {
  outcome: "untried" | "saved" | "invalid" | "conflict" | "refused";
  /** A key of `errors` in the message catalogue. */
  reason: string | null;
  /** Keys of `fields.errors` by field name, such as `text.en`. */
  fields: Record<string, readonly string[]>;
  /**
   * The submitted values (merged, after a conflict) in the shape of the schema, for a page without
   * JavaScript, which is rendered again.
   */
  typed: Record<string, unknown> | null;
  conflict: Conflict | null;
  candidates: Candidates;
  secret: Secret | null;
  /** The time of the response, which distinguishes it from the previous one. */
  at: number;
};

/** The action of a form, for React's `useActionState`. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/** The state of a form before the first submission. */
export const initialFormState: FormState = {
  outcome: "untried",
  reason: null,
  fields: {},
  typed: null,
  conflict: null,
  candidates: {},
  secret: null,
  at: 0,
};
