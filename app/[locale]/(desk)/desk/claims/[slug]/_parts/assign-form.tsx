"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { hasUnsaved } from "@/components/ui/unsaved";
import { useFormAction } from "@/components/ui/use-form-action";
import { type Priority, priorities } from "@/lib/claims/schema";
import type { FormAction } from "@/lib/web/form-state";

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
  const { answered, shown: state, run, send, pending } = useFormAction(action);
  const form = useRef<HTMLFormElement>(null);
  const { assigneeId, dueOn, priority } = useOpenedPlan(form, plan);
  const fault = state.outcome === "invalid" ? state.fields.dueOn?.[0] : undefined;
  const typed = (name: "personId" | "dueOn" | "priority", value: string) =>
    fault ? String(state.typed?.[name] ?? "") : value;
  useEffect(() => {
    if (answered.outcome === "invalid")
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    else if (answered.at) form.current?.reset();
  }, [answered]);
  // Sent by hand, since React would empty the form after its action, also where a date was refused.
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!pending) send(new FormData(event.currentTarget), () => {});
  };
  return (
    <form
      ref={form}
      action={run}
      onSubmit={submitted}
      aria-label={t("plan")}
      className="flex flex-wrap items-end gap-2"
    >
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
            key={assigneeId}
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
            key={priority}
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

/** The plan that the form was opened with: it goes along with a later one only while nothing in it was changed. */
function useOpenedPlan(form: RefObject<HTMLFormElement | null>, { assigneeId, dueOn, priority }: Plan): Plan {
  const [opened, setOpened] = useState<Plan>({ assigneeId, dueOn, priority });
  useLayoutEffect(() => {
    if (form.current && !hasUnsaved(form.current)) setOpened({ assigneeId, dueOn, priority });
  }, [form, assigneeId, dueOn, priority]);
  return opened;
}
