"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { DeskForm } from "@/components/ui/desk-form";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { SecretNotice } from "@/components/ui/secret-notice";
import type { Scope } from "@/lib/desk/auth/scopes";
import { keyDays } from "@/lib/desk/people/schema";
import { limits } from "@/lib/text/limits";
import { createKeyAction } from "../key-actions";

/** The form that creates an API key, with the scopes that one's role allows. */
export function KeyForm({ scopes }: { scopes: Scope[] }) {
  const [t, errors] = [useTranslations("keys"), useTranslations("fields.errors")];
  return (
    <DeskForm action={createKeyAction} label={t("form")} submit={t("create")} variant="secondary" clearOnSave>
      {(state) => {
        const errorOf = (name: string) => state.fields[name]?.[0] && errors(state.fields[name][0]);
        const typed = state.secret ? {} : (state.typed ?? {});
        const chosen = [typed.scopes].flat();
        return (
          <div className="grid max-w-xl gap-5">
            {state.secret && (
              <SecretNotice key={state.at} title={t("made")} secret={state.secret.value}>
                <p>{t("madeHelp")}</p>
              </SecretNotice>
            )}
            <Field
              id="key-name"
              label={t("name")}
              help={t("nameHelp")}
              limit={limits.keyName}
              error={errorOf("name")}
            >
              {(control) => (
                <Input
                  {...control}
                  name="name"
                  dir="auto"
                  autoComplete="off"
                  required
                  defaultValue={String(typed.name ?? "")}
                />
              )}
            </Field>
            <fieldset data-required className="min-w-0">
              <legend className="pb-1 text-sm font-semibold">{t("scopes")}</legend>
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  name="scopes"
                  value={scope}
                  aria-invalid={errorOf("scopes") ? true : undefined}
                  aria-describedby={errorOf("scopes") && "key-scopes-error"}
                  defaultChecked={chosen.includes(scope)}
                  label={t(`scope.${scope}`)}
                />
              ))}
              {errorOf("scopes") && (
                <p id="key-scopes-error" className="text-sm font-semibold text-danger">
                  {errorOf("scopes")}
                </p>
              )}
            </fieldset>
            <Field id="key-days" label={t("days")} error={errorOf("days")}>
              {(control) => (
                <Select {...control} name="days" defaultValue={String(typed.days ?? 90)} className="max-w-40">
                  {keyDays.map((days) => (
                    <option key={days} value={days}>
                      {t("dayCount", { count: days })}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        );
      }}
    </DeskForm>
  );
}
