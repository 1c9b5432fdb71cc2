import "server-only";
import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import type { z } from "zod";
import type { Context } from "@/lib/auth/permissions";
import type { FormState } from "@/lib/web/form-state";
import { asAppError } from "./answers";
import { requestContext } from "./context";

type FormRun<Schema extends z.ZodType> = {
  schema: Schema;
  /** What the form is for. Its `AppError`s become the form's answer. */
  command: (context: Context, input: z.output<Schema>) => Promise<unknown>;
  /** What stands in the database now, by the names of the form; asked for when somebody else saved in between. */
  current?: (context: Context, input: z.output<Schema>) => Promise<NonNullable<FormState["current"]>>;
};

/**
 * Runs a form: zod at the boundary, then the command. Everything that the person can mend is answered and nothing of
 * what they typed is lost; faults of ours, redirects and "not found" are thrown on.
 */
export async function runForm<Schema extends z.ZodType>(
  form: FormData,
  { schema, command, current }: FormRun<Schema>,
): Promise<FormState> {
  const submission = parseWithZod(form, { schema });
  const answer = (state: Partial<FormState>): FormState => ({
    outcome: "saved",
    reason: null,
    fields: {},
    typed: submission.payload,
    current: null,
    at: Date.now(),
    ...state,
  });
  if (submission.status !== "success") {
    return answer({ outcome: "invalid", reason: "invalid", fields: keysOf(submission.error ?? {}) });
  }
  const context = await requestContext();
  try {
    await command(context, submission.value);
    // What the page shows beside the form is read anew.
    refresh();
    return answer({});
  } catch (error) {
    const known = asAppError(error);
    if (!known) throw error;
    const fields = Object.fromEntries(known.details.map(({ path, message }) => [path, [message]]));
    if (known.reason === "edited" && current) {
      return answer({
        outcome: "conflict",
        reason: known.reason,
        current: await current(context, submission.value),
      });
    }
    return answer({
      outcome: known.code === "invalid" ? "invalid" : "refused",
      reason: known.reason,
      fields,
    });
  }
}

/** Our rules speak in keys of the catalogue; what zod says by itself is that something is missing or of no known kind. */
function keysOf(errors: Record<string, string[] | null>): FormState["fields"] {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, messages]) =>
      messages
        ? [[name || "form", messages.map((text) => (/^[a-z_]+$/.test(text) ? text : "required"))]]
        : [],
    ),
  );
}
