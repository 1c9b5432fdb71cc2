"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { type FormAction, untried } from "@/lib/web/form-state";

type AssignFormProps = {
  action: FormAction;
  claimId: string;
  assignee: { id: string; name: string } | null;
  colleagues: Array<{ id: string; name: string }>;
};

/** Who works on the claim. */
export function AssignForm({ action, claimId, assignee, colleagues }: AssignFormProps) {
  const [t, errors] = [useTranslations("deskClaim"), useTranslations("errors")];
  const [state, run, pending] = useActionState(action, untried);
  return (
    <form action={run} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="claimId" value={claimId} />
      <Field id="personId" label={t("assignee")} error={state.reason ? errors(state.reason) : undefined}>
        {(control) => (
          <Select
            key={assignee?.id}
            {...control}
            name="personId"
            defaultValue={assignee?.id ?? ""}
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
      <Button aria-disabled={pending}>{t("assign")}</Button>
    </form>
  );
}
