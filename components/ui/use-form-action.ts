"use client";

import { isRedirectError } from "next/dist/client/components/redirect-error";
import { useActionState, useState, useTransition } from "react";
import { type FormAction, type FormState, untried } from "@/lib/web/form-state";

/** The browser's word for a request that got no answer. */
const isUnreachable = (error: unknown) => error instanceof TypeError;

/**
 * A form's action and what it answered last. `run` is for a page without JavaScript. `send` sends the form by hand: a desk
 * that does not answer is then said in the form, where React would put an error page in place of what was typed.
 * Redirects and the desk's own faults are thrown on. `onAnswered` is told whether the form was saved before the page
 * shows anything of the answer: that may have no place for the form any more.
 */
export function useFormAction(action: FormAction) {
  const [posted, run] = useActionState(action, untried);
  const [sent, setSent] = useState<FormState | null>(null);
  const [unreachable, setUnreachable] = useState(false);
  const [pending, startTransition] = useTransition();
  const answered = sent ?? posted;
  const send = (form: FormData, onAnswered: (saved: boolean) => void) => {
    const fail = () => setUnreachable(true);
    if (!navigator.onLine) {
      onAnswered(false);
      return fail();
    }
    startTransition(async () => {
      try {
        const answer = await action(answered, form);
        onAnswered(answer.outcome === "saved");
        startTransition(() => {
          setUnreachable(false);
          setSent(answer);
        });
      } catch (error) {
        onAnswered(isRedirectError(error));
        if (!isUnreachable(error)) throw error;
        startTransition(fail);
      }
    });
  };
  const shown: FormState = unreachable
    ? { ...answered, outcome: "refused", reason: "unavailable" }
    : answered;
  return { answered, shown, run, send, pending };
}
