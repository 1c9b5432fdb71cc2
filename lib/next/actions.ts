import "server-only";
import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { forbidden, unauthorized } from "next/navigation";
import type { z } from "zod";
import { type Action, authorize, type Context, requirePerson } from "@/lib/desk/auth/permissions";
import { removeDraft } from "@/lib/desk/drafts/commands";
import { parseDraftName } from "@/lib/desk/drafts/rules";
import { buildConflict, buildMergedForm, hiddenFields, omitHiddenFields } from "@/lib/desk/forms/conflict";
import type { Candidates, CurrentValues, FormState, Secret } from "@/lib/desk/forms/form-state";
import { AppError, httpStatus } from "@/lib/errors";
import { transaction } from "@/lib/platform/db/transaction";
import { toAppError } from "@/lib/server/http/responses";
import { requestContext } from "./context";
import { setRefusalStatus } from "./response-status";

type FormOptions<Schema extends z.ZodType, Result> = {
  /**
   * The permission that is checked first; null for changes to the actor's own account, `everybody` without an
   * account.
   */
  action: Action | "everybody" | null;
  schema: Schema;
  /**
   * The command to run. Its `AppError`s become the form's state. It can be run again after a serialization
   * failure, so it must change nothing but the database.
   */
  command: (context: Context, input: z.output<Schema>) => Promise<Result>;
  /**
   * The secret to show once, from the command's result. Called after the commit, so that it can send mails.
   */
  secret?: (result: Result, context: Context) => Secret | Promise<Secret>;
  /** Loads the current values, after somebody else saved in between. */
  current?: (context: Context, input: z.output<Schema>) => Promise<CurrentValues>;
  /** The candidates of an error by field; null for other errors. */
  candidates?: (error: AppError) => Candidates | null;
};

/**
 * Handles a form: checks the permission, validates with zod, runs the command and deletes the form's draft in
 * one transaction. Returns the form's state: errors, the typed values, and after a conflict a field-by-field
 * merge. A refusal sets the status 401 or 403. Throws unexpected errors, redirects and Next's "not found".
 */
export async function runForm<Schema extends z.ZodType, Result>(
  form: FormData,
  { action, schema, command, secret, current, candidates }: FormOptions<Schema, Result>,
): Promise<FormState> {
  const submission = parseWithZod(omitHiddenFields(form), { schema });
  const respond = (state: Partial<FormState>): FormState => ({
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
      return respond({ outcome: "invalid", reason: "invalid", fields: errorKeysOf(submission.error ?? {}) });
    }
    const result = await withDraft(form, context, () => command(context, submission.value));
    const shown = (await secret?.(result, context)) ?? null;
    // Renders the rest of the page with fresh data.
    refresh();
    return respond({ secret: shown });
  } catch (error) {
    const known = toAppError(error);
    if (!known) throw error;
    const { code, reason, details } = known;
    if (code === "unauthenticated" || code === "forbidden") setRefusalStatus(httpStatus[code]);
    if (reason === "edited" && current && submission.status === "success") {
      const conflict = buildConflict(form, await current(context, submission.value));
      const typed = parseWithZod(buildMergedForm(form, conflict), { schema }).payload;
      return respond({ outcome: "conflict", reason, conflict, typed, candidates: conflict.candidates ?? {} });
    }
    const choices = candidates?.(known);
    if (choices) {
      const unclear = Object.keys(choices).map((name) => [name, ["unclear"]]);
      return respond({
        outcome: "invalid",
        reason,
        candidates: choices,
        fields: Object.fromEntries(unclear),
      });
    }
    // Renders the changed content beside the error.
    if (reason === "content_changed" || reason === "content_other") refresh();
    const fields = Object.fromEntries(details.map(({ path, message }) => [path, [message]]));
    return respond({ outcome: code === "invalid" ? "invalid" : "refused", reason, fields });
  }
}

/** Returns the result of an action without a form, or renders Next's 401 or 403 page. */
export async function orRefused<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") unauthorized();
    if (error instanceof AppError && error.code === "forbidden") forbidden();
    throw error;
  }
}

/**
 * Runs the save and deletes the form's draft in one transaction. Throws `forbidden` if the page was rendered
 * for another person, so that nothing is saved under the wrong name.
 */
async function withDraft<T>(form: FormData, context: Context, save: () => Promise<T>): Promise<T> {
  const name = form.get(hiddenFields.draft);
  if (typeof name !== "string" || name === "") return save();
  return transaction(async () => {
    await removeDraft(context, parseDraftName(name));
    return save();
  });
}

/** Field errors as keys of the message catalogue; zod's own messages become `required`. */
function errorKeysOf(errors: Record<string, string[] | null>): FormState["fields"] {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, messages]) =>
      messages
        ? [[name || "form", messages.map((text) => (/^[a-z_]+$/.test(text) ? text : "required"))]]
        : [],
    ),
  );
}
