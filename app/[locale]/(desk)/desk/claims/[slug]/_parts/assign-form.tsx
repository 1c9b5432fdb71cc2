"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useActionState, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { hasUnsaved } from "@/components/ui/unsaved";
import { type Priority, priorities } from "@/lib/desk/claims/schema";
import { type FormAction, untried } from "@/lib/desk/forms/form-state";

type Plan = { assigneeId: string | null; dueOn: string | null; priority: Priority };

type AssignFormProps = {
  action: FormAction;
  claimId: string;
  plan: Plan;
  colleagues: Array<{ id: string; name: string }>;
};

/** Who works on the claim, by when and how urgently. */
export function AssignForm({ action, claimId, plan, colleagues }: AssignFormProps) {
  const [t, errors] = [useTranslations("deskClaim"), useTranslations("errors")];
  const fieldErrors = useTranslations("fields.errors");
  const [state, run, pending] = useActionState(action, untried);
  const form = useRef<HTMLFormElement>(null);
  const fault = state.outcome === "invalid" ? state.fields.dueOn?.[0] : undefined;
  // React empties the form after its action: the choices are mounted anew with what was chosen.
  const refused = fault ? state.at : 0;
  const { assigneeId, dueOn, priority } = useOpenedPlan(form, plan, refused > 0);
  const typed = (name: "personId" | "dueOn" | "priority", value: string) =>
    fault ? String(state.typed?.[name] ?? "") : value;
  useEffect(() => {
    if (state.outcome === "invalid") form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  return (
    <form ref={form} action={run} aria-label={t("plan")} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="was.assigneeId" value={assigneeId ?? ""} />
      <input type="hidden" name="was.dueOn" value={dueOn ?? ""} />
      <input type="hidden" name="was.priority" value={priority} />
      <Field
        id="personId"
        label={t("assignee")}
        error={state.reason && !fault ? errors(state.reason) : undefined}
      >
        {(control) => (
          <Select
            key={`${assigneeId}-${refused}`}
            {...control}
            name="personId"
            defaultValue={typed("personId", assigneeId ?? "")}
            className="w-56"
          >
            <option value="">{t("nobody")}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="w-44">
        <DateField
          key={dueOn}
          id="dueOn"
          name="dueOn"
          label={t("dueOn")}
          error={fault && fieldErrors(fault)}
          value={typed("dueOn", dueOn ?? "")}
          day
          compact
        />
      </div>
      <Field id="priority" label={t("priority")}>
        {(control) => (
          <Select
            key={`${priority}-${refused}`}
            {...control}
            name="priority"
            defaultValue={typed("priority", priority)}
            className="w-36"
          >
            {priorities.map((name) => (
              <option key={name} value={name}>
                {t(`priorities.${name}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button aria-disabled={pending}>{t("assign")}</Button>
    </form>
  );
}

/**
 * The plan that the form was opened with: it goes along with a later one only while nothing in it was changed, nor was
 * `refused`.
 */
function useOpenedPlan(
  form: RefObject<HTMLFormElement | null>,
  { assigneeId, dueOn, priority }: Plan,
  isRefused: boolean,
): Plan {
  const [opened, setOpened] = useState<Plan>({ assigneeId, dueOn, priority });
  useLayoutEffect(() => {
    if (form.current && !isRefused && !hasUnsaved(form.current)) setOpened({ assigneeId, dueOn, priority });
  }, [form, isRefused, assigneeId, dueOn, priority]);
  return opened;
}
