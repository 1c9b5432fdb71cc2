import type { Candidate } from "@/lib/desk/claims/schema";
import type { MailOutcome } from "@/lib/platform/mail/send";
import type { FieldValues, Merge } from "@/lib/text/merge";

/** Claimants or topics that a form offers, by the field that asks which of them is meant. */
export type Candidates = Record<string, Candidate[]>;

/**
 * A row as it stands now, by the names of its form, and who saved it last and when (ISO 8601), where that is known.
 * `candidates` are those that its values name.
 */
export type Standing = {
  candidates?: Candidates;
  version: number;
  values: FieldValues;
  saved: { by: string; at: string } | null;
};

/** Somebody else's save, and what comes of it and of what was typed. */
export type Conflict = Standing & Merge & { mine: FieldValues };

/** A key or a link: it is in this answer and kept nowhere else. `recipient` is whose it is, where that is somebody else. */
export type Secret = { value: string; recipient?: string; mailed?: MailOutcome };

/** What a form's action answers. */
export type FormState = {
  outcome: "untried" | "saved" | "invalid" | "conflict" | "refused";
  /** A key of `errors` in the message catalogue. */
  reason: string | null;
  /** Keys of `fields.errors` by field name, such as `text.en`. */
  fields: Record<string, readonly string[]>;
  /**
   * What was typed (after somebody else's save: merged with that), as the schema is shaped; for a page without
   * JavaScript, which is rendered anew.
   */
  typed: Record<string, unknown> | null;
  conflict: Conflict | null;
  candidates: Candidates;
  secret: Secret | null;
  /** When this was answered; tells one answer from the next. */
  at: number;
};

/** The action of a form: React gives it the state before and what is sent. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/** A form that nobody has sent yet. */
export const untried: FormState = {
  outcome: "untried",
  reason: null,
  fields: {},
  typed: null,
  conflict: null,
  candidates: {},
  secret: null,
  at: 0,
};
