"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { type Priority, priorities } from "@/lib/claims/schema";
import { type FormAction, untried } from "@/lib/web/form-state";

type AssignFormProps = {
  action: FormAction;
  claimId: string;
  assigneeId: string | null;
  dueOn: string | null;
  priority: Priority;
  colleagues: Array<{ id: string; name: string }>;
};

/** Who works on the claim, by when and how urgently. */
export function AssignForm({ action, claimId, assigneeId, dueOn, priority, colleagues }: AssignFormProps) {
  const [t, errors] = [useTranslations("deskClaim"), useTranslations("errors")];
  const [state, run, pending] = useActionState(action, untried);
  return (
    <form action={run} aria-label={t("plan")} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="was.assigneeId" value={assigneeId ?? ""} />
      <input type="hidden" name="was.dueOn" value={dueOn ?? ""} />
      <input type="hidden" name="was.priority" value={priority} />
      <Field id="personId" label={t("assignee")} error={state.reason ? errors(state.reason) : undefined}>
        {(control) => (
          <Select
            key={assigneeId}
            {...control}
            name="personId"
            defaultValue={assigneeId ?? ""}
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
      <Field id="dueOn" label={t("dueOn")}>
        {(control) => (
          <Input
            key={dueOn}
            {...control}
            type="date"
            name="dueOn"
            defaultValue={dueOn ?? ""}
            className="w-44"
          />
        )}
      </Field>
      <Field id="priority" label={t("priority")}>
        {(control) => (
          <Select key={priority} {...control} name="priority" defaultValue={priority} className="w-36">
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
