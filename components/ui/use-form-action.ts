"use client";

import { useActionState, useState, useTransition } from "react";
import { type FormAction, type FormState, untried } from "@/lib/web/form-state";

/** The browser's word for a request that got no answer. */
const isUnreachable = (error: unknown) => error instanceof TypeError;

/**
 * A form's action and what it answered last. `run` is for a page without JavaScript. `send` sends the form by hand: a desk
 * that does not answer is then said in the form, and `onUnreachable` told, where React would put an error page in
 * place of what was typed. Redirects and the desk's own faults are thrown on.
 */
export function useFormAction(action: FormAction) {
  const [posted, run] = useActionState(action, untried);
  const [sent, setSent] = useState<FormState | null>(null);
  const [unreachable, setUnreachable] = useState(false);
  const [pending, startTransition] = useTransition();
  const answered = sent ?? posted;
  const send = (form: FormData, onUnreachable: () => void) => {
    const fail = () => {
      setUnreachable(true);
      onUnreachable();
    };
    if (!navigator.onLine) return fail();
    startTransition(async () => {
      try {
        const answer = await action(answered, form);
        startTransition(() => {
          setUnreachable(false);
          setSent(answer);
        });
      } catch (error) {
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
