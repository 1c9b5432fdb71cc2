"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useActionState, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { hasUnsavedChanges } from "@/components/ui/unsaved-changes";
import { type Priority, priorities } from "@/lib/desk/claims/schema";
import { type FormAction, initialFormState } from "@/lib/desk/forms/form-state";

type Plan = { assigneeId: string | null; dueOn: string | null; priority: Priority };

type AssignFormProps = {
  action: FormAction;
  claimId: string;
  plan: Plan;
  colleagues: Array<{ id: string; name: string }>;
};

/** The form for a claim's assignee, due date and priority. */
export function AssignForm({ action, claimId, plan, colleagues }: AssignFormProps) {
  const [t, errors] = [useTranslations("deskClaim"), useTranslations("errors")];
  const fieldErrors = useTranslations("fields.errors");
  const [state, run, pending] = useActionState(action, initialFormState);
  const form = useRef<HTMLFormElement>(null);
  const dueOnError = state.outcome === "invalid" ? state.fields.dueOn?.[0] : undefined;
  // React resets the form after its action: after an error the selects are remounted with the chosen values.
  const errorKey = dueOnError ? state.at : 0;
  const { assigneeId, dueOn, priority } = usePlanBase(form, plan, dueOnError !== undefined);
  const typed = (name: "personId" | "dueOn" | "priority", value: string) =>
    dueOnError ? String(state.typed?.[name] ?? "") : value;
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
        error={state.reason && !dueOnError ? errors(state.reason) : undefined}
      >
        {(control) => (
          <Select
            key={`${assigneeId}-${errorKey}`}
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
          error={dueOnError && fieldErrors(dueOnError)}
          value={typed("dueOn", dueOn ?? "")}
          day
          compact
        />
      </div>
      <Field id="priority" label={t("priority")}>
        {(control) => (
          <Select
            key={`${priority}-${errorKey}`}
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

/** Returns the plan that the form is based on; follows a later one unless the form has changes or errors. */
function usePlanBase(
  form: RefObject<HTMLFormElement | null>,
  { assigneeId, dueOn, priority }: Plan,
  hasError: boolean,
): Plan {
  const [base, setBase] = useState<Plan>({ assigneeId, dueOn, priority });
  useLayoutEffect(() => {
    if (form.current && !hasError && !hasUnsavedChanges(form.current))
      setBase({ assigneeId, dueOn, priority });
  }, [form, hasError, assigneeId, dueOn, priority]);
  return base;
}
