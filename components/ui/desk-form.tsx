"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { FormAction, FormState } from "@/lib/desk/forms/form-state";
import type { FieldValues } from "@/lib/text/merge";
import { Button, type ButtonVariant } from "./button";
import { ConflictNotice } from "./conflict-notice";
import { DraftStatusLine } from "./draft-status";
import { FormOutcome } from "./form-outcome";
import { writeForm } from "./form-values";
import { RequiredLegend } from "./required-legend";
import { useDiscard } from "./use-discard";
import { useDraft } from "./use-draft";
import { useFormAction } from "./use-form-action";
import { useFormBase } from "./use-form-base";

type DeskFormProps = {
  action: FormAction;
  /** The draft's name, `draft:PERSON:KEY`; without one no draft is saved. */
  draft?: string;
  /** The version of the row that the form edits. */
  version?: number;
  /** The values of that version by field name: the base of a merge with a colleague's save. */
  base?: FieldValues;
  label: string;
  submit: string;
  variant?: ButtonVariant;
  /** Whether the form is reset after a save. */
  clearOnSave?: boolean;
  /** The fields' labels by name, for conflicts. */
  names?: Record<string, string>;
  children: (state: FormState) => ReactNode;
};

/**
 * A form of the desk. It works without JavaScript; with it, the form stays filled in after an error, the
 * first invalid field gets the focus, unsaved changes are saved as a draft, and a colleague's save in the
 * meantime is merged.
 */
export function DeskForm(props: DeskFormProps) {
  const {
    action,
    draft: name,
    label,
    submit,
    variant = "primary",
    clearOnSave,
    names = {},
    children,
  } = props;
  const t = useTranslations("form");
  const { result, state, run, send, pending } = useFormAction(action);
  const form = useRef<HTMLFormElement>(null);
  const { formBase, setFormBase } = useFormBase({
    form,
    state: result,
    version: props.version,
    base: props.base,
  });
  const draft = useDraft({ form, draft: name, state: result, formBase, onFormBase: setFormBase });
  const { save } = draft;
  const shown = { version: props.version, base: props.base };
  const discarding = useDiscard({ form, draft, state: result, formBase, onFormBase: setFormBase, shown });
  useEffect(() => {
    if (result.outcome === "invalid")
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    if (result.outcome === "saved" && clearOnSave) form.current?.reset();
    if (result.conflict && form.current) {
      writeForm(form.current, result.conflict.merged);
      save();
    }
  }, [result, clearOnSave, save]);
  // Not through `action` alone: React would reset the form after it.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    send(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter), draft.submitting());
  };
  const conflict = state.outcome === "conflict" ? state.conflict : null;
  return (
    <form ref={form} action={run} onSubmit={onSubmit} noValidate aria-label={label} className="grid gap-5">
      <FormOutcome state={state} restored={draft.restored} discarding={discarding} />
      {conflict && <ConflictNotice key={state.at} conflict={conflict} names={names} form={form} />}
      {name && <input type="hidden" name="draft" value={name} />}
      {formBase.version !== undefined && <input type="hidden" name="version" value={formBase.version} />}
      {formBase.base && <input type="hidden" name="base" value={JSON.stringify(formBase.base)} />}
      <RequiredLegend />
      {children(state)}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button variant={conflict ? "primary" : variant} aria-disabled={pending}>
          {pending ? t("saving") : conflict ? t("saveMerged") : submit}
        </Button>
        {name && <DraftStatusLine status={draft.status} />}
      </div>
    </form>
  );
}
