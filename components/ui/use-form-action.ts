"use client";

import { isRedirectError } from "next/dist/client/components/redirect-error";
import { useActionState, useState, useTransition } from "react";
import { type FormAction, type FormState, untried } from "@/lib/desk/forms/form-state";
import { formBytes, longestBody } from "@/lib/text/form-bytes";

/** The browser's word for a request that got no answer. */
const isUnreachable = (error: unknown) => error instanceof TypeError;

/**
 * A form's action and what it answered last. `run` is for a page without JavaScript. `send` sends the form by hand: a desk
 * that does not answer, and a form that is too long to be sent, is then said in the form, where React would put an error page in place of what was typed.
 * Redirects and the desk's own faults are thrown on. `onAnswered` is told whether the form was saved before the page
 * shows anything of the answer: that may have no place for the form any more.
 */
export function useFormAction(action: FormAction) {
  const [posted, run] = useActionState(action, untried);
  const [sent, setSent] = useState<FormState | null>(null);
  const [unsent, setUnsent] = useState<"unavailable" | "too_large" | null>(null);
  const [pending, startTransition] = useTransition();
  const answered = sent ?? posted;
  const send = (form: FormData, onAnswered: (saved: boolean) => void) => {
    const fail = (reason: "unavailable" | "too_large") => {
      onAnswered(false);
      setUnsent(reason);
    };
    if (formBytes(form) > longestBody) return fail("too_large");
    if (!navigator.onLine) return fail("unavailable");
    startTransition(async () => {
      try {
        // No action looks at the last answer, which may hold all that was typed.
        const answer = await action(untried, form);
        onAnswered(answer.outcome === "saved");
        startTransition(() => {
          setUnsent(null);
          setSent(answer);
        });
      } catch (error) {
        if (isUnreachable(error)) return startTransition(() => fail("unavailable"));
        onAnswered(isRedirectError(error));
        throw error;
      }
    });
  };
  const shown: FormState = unsent ? { ...answered, outcome: "refused", reason: unsent } : answered;
  return { answered, shown, run, send, pending };
}
