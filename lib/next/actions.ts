import "server-only";
import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { forbidden, unauthorized } from "next/navigation";
import type { z } from "zod";
import { type Action, authorize, type Context, requirePerson } from "@/lib/desk/auth/permissions";
import { removeDraft } from "@/lib/desk/drafts/commands";
import { draftName } from "@/lib/desk/drafts/rules";
import { conflictOf, hiddenFields, mergedForm, withoutHidden } from "@/lib/desk/forms/conflict";
import type { Candidates, FormState, Secret, Standing } from "@/lib/desk/forms/form-state";
import { AppError, httpStatus } from "@/lib/errors";
import { transaction } from "@/lib/platform/db/transaction";
import { asAppError } from "@/lib/server/http/answers";
import { refuseAnswer } from "./answer-status";
import { requestContext } from "./context";

type FormRun<Schema extends z.ZodType, Answer> = {
  /**
   * What the command asks for, asked before anything is read; null for what everybody does with their own account,
   * `everybody` for what needs no account.
   */
  action: Action | "everybody" | null;
  schema: Schema;
  /**
   * What the form is for. Its `AppError`s become the form's answer. It may be run again where it met others in the
   * database: it changes nothing else.
   */
  command: (context: Context, input: z.output<Schema>) => Promise<Answer>;
  /** What the person has to be shown of the command's answer, this once. Mails are sent here, when all is saved. */
  secret?: (answer: Answer, context: Context) => Secret | Promise<Secret>;
  /** What stands in the database now; asked for when somebody else saved in between. */
  current?: (context: Context, input: z.output<Schema>) => Promise<Standing>;
  /** What an error offers to choose from, by field; null for an error that offers nothing. */
  candidates?: (error: AppError) => Candidates | null;
};

/**
 * Runs a form: whether the person may, then zod, then the command, which ends the form's draft in the same transaction.
 * Everything that the person can mend is answered and nothing of what they typed is lost: what somebody else saved in
 * between is merged field by field. A refusal is answered with 401 or 403, and says so in the form. Faults of ours,
 * redirects and "not found" are thrown on.
 */
export async function runForm<Schema extends z.ZodType, Answer>(
  form: FormData,
  { action, schema, command, secret, current, candidates }: FormRun<Schema, Answer>,
): Promise<FormState> {
  const submission = parseWithZod(withoutHidden(form), { schema });
  const answer = (state: Partial<FormState>): FormState => ({
    outcome: "saved",
    reason: null,
    fields: {},
    typed: submission.payload,
    conflict: null,
    candidates: {},
    secret: null,
    at: Date.now(),
    ...state,
  });
  const context = await requestContext();
  try {
    if (action === null) requirePerson(context);
    else if (action !== "everybody") authorize(context, action);
    if (submission.status !== "success") {
      return answer({ outcome: "invalid", reason: "invalid", fields: keysOf(submission.error ?? {}) });
    }
    const done = await withDraft(form, context, () => command(context, submission.value));
    const shown = (await secret?.(done, context)) ?? null;
    // What the page shows beside the form is read anew.
    refresh();
    return answer({ secret: shown });
  } catch (error) {
    const known = asAppError(error);
    if (!known) throw error;
    const { code, reason, details } = known;
    if (code === "unauthenticated" || code === "forbidden") refuseAnswer(httpStatus[code]);
    if (reason === "edited" && current && submission.status === "success") {
      const conflict = conflictOf(form, await current(context, submission.value));
      const typed = parseWithZod(mergedForm(form, conflict), { schema }).payload;
      return answer({ outcome: "conflict", reason, conflict, typed, candidates: conflict.candidates ?? {} });
    }
    const offered = candidates?.(known);
    if (offered) {
      const asked = Object.keys(offered).map((name) => [name, ["unclear"]]);
      return answer({ outcome: "invalid", reason, candidates: offered, fields: Object.fromEntries(asked) });
    }
    // What was changed in the meantime is read anew, to be seen beside the refusal.
    if (reason === "content_changed" || reason === "content_other") refresh();
    const fields = Object.fromEntries(details.map(({ path, message }) => [path, [message]]));
    return answer({ outcome: code === "invalid" ? "invalid" : "refused", reason, fields });
  }
}

/** The answer of an action that is no form, or the page that says why the person may not do it, with 401 or 403. */
export async function orRefused<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") unauthorized();
    if (error instanceof AppError && error.code === "forbidden") forbidden();
    throw error;
  }
}

/**
 * Runs the save and ends the form's draft with it: both, or none. Throws `forbidden` where the form's page was made for
 * somebody else: what they typed is not saved under the name of whoever has signed in since.
 */
async function withDraft<T>(form: FormData, context: Context, save: () => Promise<T>): Promise<T> {
  const name = form.get(hiddenFields.draft);
  if (typeof name !== "string" || name === "") return save();
  return transaction(async () => {
    await removeDraft(context, draftName(name));
    return save();
  });
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
