"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { FormAction, FormState } from "@/lib/desk/forms/form-state";
import type { FieldValues } from "@/lib/text/merge";
import { Button, type ButtonLook } from "./button";
import { ConflictNotice } from "./conflict-notice";
import { DraftStatusLine } from "./draft-status";
import { FormOutcome } from "./form-outcome";
import { writeForm } from "./form-values";
import { RequiredLegend } from "./required-legend";
import { useDiscard } from "./use-discard";
import { useDraft } from "./use-draft";
import { useFormAction } from "./use-form-action";
import { useOpened } from "./use-opened";

type DeskFormProps = {
  action: FormAction;
  /** The name under which unsaved typing is kept, `draft:PERSON:KEY`; not kept without. */
  draft?: string;
  /** The version of the row that the form edits. */
  version?: number;
  /** What stands in that version, by field name: what a colleague's save is merged against. */
  base?: FieldValues;
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
 * field that is wrong gets the focus, unsaved typing survives a reload, and what a colleague saved in between is merged.
 */
export function DeskForm(props: DeskFormProps) {
  const { action, draft: name, label, submit, look = "primary", clearOnSave, names = {}, children } = props;
  const t = useTranslations("form");
  const { answered, shown: state, run, send, pending } = useFormAction(action);
  const form = useRef<HTMLFormElement>(null);
  const { opened, setOpened } = useOpened({
    form,
    state: answered,
    version: props.version,
    base: props.base,
  });
  const draft = useDraft({ form, draft: name, state: answered, opened, onOpened: setOpened });
  const { keep } = draft;
  const shown = { version: props.version, base: props.base };
  const discarding = useDiscard({ form, draft, state: answered, opened, onOpened: setOpened, shown });
  useEffect(() => {
    if (answered.outcome === "invalid")
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    if (answered.outcome === "saved" && clearOnSave) form.current?.reset();
    if (answered.conflict && form.current) {
      writeForm(form.current, answered.conflict.merged);
      keep();
    }
  }, [answered, clearOnSave, keep]);
  // Sent by hand, since React would empty the form after its action.
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    send(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter), draft.sending());
  };
  const conflict = state.outcome === "conflict" ? state.conflict : null;
  return (
    <form ref={form} action={run} onSubmit={submitted} noValidate aria-label={label} className="grid gap-5">
      <FormOutcome state={state} restored={draft.restored} discarding={discarding} />
      {conflict && <ConflictNotice key={state.at} conflict={conflict} names={names} form={form} />}
      {name && <input type="hidden" name="draft" value={name} />}
      {opened.version !== undefined && <input type="hidden" name="version" value={opened.version} />}
      {opened.base && <input type="hidden" name="base" value={JSON.stringify(opened.base)} />}
      <RequiredLegend />
      {children(state)}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button look={conflict ? "primary" : look} aria-disabled={pending}>
          {pending ? t("saving") : conflict ? t("saveMerged") : submit}
        </Button>
        {name && <DraftStatusLine status={draft.status} />}
      </div>
    </form>
  );
}
