"use client";

import { isRedirectError } from "next/dist/client/components/redirect-error";
import { useActionState, useState, useTransition } from "react";
import { type FormAction, type FormState, initialFormState } from "@/lib/desk/forms/form-state";
import { estimateFormBytes, MAX_BODY_BYTES } from "@/lib/text/body-size";

/** Whether `fetch` failed without a response. */
const isNetworkError = (error: unknown) => error instanceof TypeError;

/**
 * Returns a form's action with its last result. `run` is for pages without JavaScript. `send` calls the
 * action from a script, so that a network error or a body above the limit becomes the form's state, where
 * React would replace the page and what was typed by an error page; redirects and other errors are rethrown.
 * `onResult` gets whether the form was saved, before the page renders the result, which may unmount the form.
 */
export function useFormAction(action: FormAction) {
  const [posted, run] = useActionState(action, initialFormState);
  const [sent, setSent] = useState<FormState | null>(null);
  const [unsent, setUnsent] = useState<"unavailable" | "too_large" | null>(null);
  const [pending, startTransition] = useTransition();
  const result = sent ?? posted;
  const send = (form: FormData, onResult: (isSaved: boolean) => void) => {
    const fail = (reason: "unavailable" | "too_large") => {
      onResult(false);
      setUnsent(reason);
    };
    if (estimateFormBytes(form) > MAX_BODY_BYTES) return fail("too_large");
    if (!navigator.onLine) return fail("unavailable");
    startTransition(async () => {
      try {
        // Without the last result, which no action reads and which may hold all that was typed.
        const response = await action(initialFormState, form);
        onResult(response.outcome === "saved");
        startTransition(() => {
          setUnsent(null);
          setSent(response);
        });
      } catch (error) {
        if (isNetworkError(error)) return startTransition(() => fail("unavailable"));
        onResult(isRedirectError(error));
        throw error;
      }
    });
  };
  const state: FormState = unsent ? { ...result, outcome: "refused", reason: unsent } : result;
  return { result, state, run, send, pending };
}
