"use client";

import { useTranslations } from "next-intl";
import { LocalizedFields } from "@/components/claim/localized-fields";
import { DateField } from "@/components/ui/date-field";
import { DeskForm } from "@/components/ui/desk-form";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { LanguageField } from "@/components/ui/language-field";
import type { FormState } from "@/lib/desk/forms/form-state";
import type { Localized } from "@/lib/i18n/localized";
import { limits } from "@/lib/text/limits";
import { addAppearanceAction } from "../actions";

/** The form that adds an appearance of the claim. */
export function AppearanceForm({ claimId, draft }: { claimId: string; draft: string }) {
  const t = useTranslations("appearanceForm");
  return (
    <DeskForm
      action={addAppearanceAction}
      draft={draft}
      label={t("add")}
      submit={t("add")}
      variant="secondary"
      clearOnSave
    >
      {(state) => (
        <>
          <input type="hidden" name="claimId" value={claimId} />
          <AppearanceFields state={state} />
        </>
      )}
    </DeskForm>
  );
}

function AppearanceFields({ state }: { state: FormState }) {
  const [t, fieldErrors] = [useTranslations("appearanceForm"), useTranslations("fields.errors")];
  const typed = state.outcome === "saved" ? null : state.typed;
  const errorOf = (name: string) => {
    const key = state.fields[name]?.[0];
    return key ? fieldErrors(key) : undefined;
  };
  const line = (name: string, inputProps: React.ComponentProps<"input">, limit?: number) => (
    <Field id={`appearance-${name}`} label={t(name)} error={errorOf(name)} limit={limit}>
      {(control) => (
        <Input
          {...control}
          {...inputProps}
          name={name}
          defaultValue={String(typed?.[name] ?? "")}
          autoComplete="off"
        />
      )}
    </Field>
  );
  const change = typed?.change as Localized | undefined;
  return (
    <>
      {line("url", { type: "url", dir: "ltr", required: true })}
      {line("title", { dir: "auto" }, limits.title)}
      <div className="grid gap-5 sm:grid-cols-3">
        {line("publisher", { dir: "auto" }, limits.publisher)}
        <DateField
          id="appearance-publishedOn"
          name="publishedOn"
          label={t("publishedOn")}
          error={errorOf("publishedOn")}
          value={String(typed?.publishedOn ?? "")}
        />
        <LanguageField
          id="appearance-language"
          label={t("language")}
          error={errorOf("language")}
          value={String(typed?.language ?? "en")}
          required
        />
      </div>
      <LocalizedFields
        name="change"
        idPrefix="appearance-"
        legend={t("change")}
        limit={limits.change}
        errorOf={errorOf}
        labelOf={(language) => t("changeIn", { language })}
      >
        {(control, language) => <Textarea {...control} rows={3} defaultValue={change?.[language]} />}
      </LocalizedFields>
    </>
  );
}
