/** What a form's action answers. */
export type FormState = {
  outcome: "untried" | "saved" | "invalid" | "conflict" | "refused";
  /** A key of `errors` in the message catalogue. */
  reason: string | null;
  /** Keys of `fields.errors` by field name, such as `text.en`. */
  fields: Record<string, readonly string[]>;
  /** What was typed, as the schema is shaped; for a page without JavaScript, which is rendered anew. */
  typed: Record<string, unknown> | null;
  /** After somebody else's save: the version and the values that stand now, by field name. */
  current: { version: number; values: Record<string, string> } | null;
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
  current: null,
  at: 0,
};
