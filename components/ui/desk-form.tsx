"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import { type FormAction, type FormState, untried } from "@/lib/web/form-state";
import { Button, type ButtonLook } from "./button";
import { ConflictNotice } from "./conflict-notice";
import { FormOutcome } from "./form-outcome";
import { useDraft } from "./use-draft";

type DeskFormProps = {
  action: FormAction;
  /** Where unsaved typing is kept in this browser; not kept without. */
  draft?: string;
  /** The version of the row that the form was made from. */
  version?: number;
  label: string;
  submit: string;
  look?: ButtonLook;
  /** Whether the form is emptied after a save, for the next one of its kind. */
  clearOnSave?: boolean;
  /** What the fields are called, by name, to tell a conflict in words. */
  names?: Record<string, string>;
  children: (state: FormState) => ReactNode;
};

/**
 * A form of the desk: works without JavaScript; with it, what was typed stays where it is whatever the answer, the first
 * field that is wrong gets the focus, and unsaved typing survives a reload.
 */
export function DeskForm(props: DeskFormProps) {
  const {
    action,
    draft: key,
    version,
    label,
    submit,
    look = "primary",
    clearOnSave,
    names = {},
    children,
  } = props;
  const t = useTranslations("form");
  const [state, run, pending] = useActionState(action, untried);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form, key, state.outcome === "saved" ? state.at : 0);
  useEffect(() => {
    if (state.outcome === "invalid") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    if (state.outcome === "saved" && clearOnSave) form.current?.reset();
  }, [state, clearOnSave]);
  // Sent by hand, since React would empty the form after its action.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const sent = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(() => run(sent));
  };
  const conflict = state.outcome === "conflict" ? state.current : null;
  return (
    <form ref={form} action={run} onSubmit={send} noValidate aria-label={label} className="grid gap-5">
      <FormOutcome state={state} restored={draft.restored} onDiscard={draft.discard} />
      {conflict && <ConflictNotice current={conflict} typed={state.typed} names={names} />}
      {children(state)}
      <div className="flex flex-wrap items-center gap-3">
        {conflict ? (
          <>
            <Button look="primary" name="version" value={conflict.version} aria-disabled={pending}>
              {t("keepMine")}
            </Button>
            <Button
              type="button"
              onClick={() => {
                draft.forget();
                location.reload();
              }}
            >
              {t("takeTheirs")}
            </Button>
          </>
        ) : (
          <>
            {version !== undefined && <input type="hidden" name="version" value={version} />}
            <Button look={look} aria-disabled={pending}>
              {pending ? t("saving") : submit}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
