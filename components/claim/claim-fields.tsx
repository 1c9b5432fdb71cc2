"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { type LocaleId, localeIds } from "@/lib/i18n/locales";
import { directionOfLanguage } from "@/lib/text/direction";
import { limits } from "@/lib/text/limits";
import type { FormState } from "@/lib/web/form-state";
import type { ClaimFieldChoices, ClaimFieldValues } from "./claim-field";
import { ClaimantFields } from "./claimant-fields";
import { LocalizedFields } from "./localized-fields";
import { TopicFields } from "./topic-fields";

type ClaimFieldsProps = {
  values: ClaimFieldValues;
  /** What the form answered. */
  state: FormState;
  choices: ClaimFieldChoices;
  /** The language of the screen. */
  locale: LocaleId;
  /** The language of the article that the quote stands in. */
  quoteLanguage: string;
};

/**
 * The fields of a claim, for the form that makes one and the form that edits it. Names are those of the claim's
 * schema: `quote`, `language`, `text.en`, `text.ar`, `claimedOn`, `topics`, and those of {@link ClaimantFields} and
 * {@link TopicFields} under `claimant` and `newTopic`.
 */
export function ClaimFields({ values, state, choices, locale, quoteLanguage }: ClaimFieldsProps) {
  const [t, fieldErrors] = [useTranslations("claimFields"), useTranslations("fields.errors")];
  const errorOf = (name: string) => {
    const key = state.fields[name]?.[0];
    if (!key) return;
    return fieldErrors.has(key) ? fieldErrors(key) : fieldErrors("gone");
  };
  const isQuestion = state.outcome === "invalid";
  return (
    <>
      <Field
        id="quote"
        label={t("quote")}
        help={t("quoteHelp")}
        error={errorOf("quote")}
        limit={limits.quote}
      >
        {(control) => (
          <Textarea
            {...control}
            name="quote"
            rows={3}
            required
            lang={quoteLanguage}
            dir={directionOfLanguage(quoteLanguage)}
            defaultValue={values.quote}
            className="font-serif"
          />
        )}
      </Field>
      <LocalizedFields
        name="text"
        legend={t("text")}
        help={t("textHelp")}
        limit={limits.claimText}
        required
        error={errorOf("text")}
        errorOf={errorOf}
        labelOf={(language) => t("textIn", { language })}
      >
        {(control, language) => <Textarea {...control} rows={3} defaultValue={values.text?.[language]} />}
      </LocalizedFields>
      <LanguageChoice value={values.language ?? locale} error={errorOf("language")} />
      <ClaimantFields
        name="claimant"
        legend={t("claimant")}
        help={t("claimantHelp")}
        values={values.claimant ?? {}}
        current={choices.claimant}
        candidates={state.candidates.claimant}
        isQuestion={isQuestion}
        withNobody
        errorOf={errorOf}
      />
      <Field id="claimedOn" label={t("claimedOn")} help={t("dateHelp")} error={errorOf("claimedOn")}>
        {(control) => (
          <Input
            {...control}
            name="claimedOn"
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={values.claimedOn}
            className="max-w-48"
          />
        )}
      </Field>
      <TopicFields
        values={values}
        topics={choices.topics}
        candidates={isQuestion ? state.candidates.newTopic : undefined}
        locale={locale}
        errorOf={errorOf}
      />
    </>
  );
}

function LanguageChoice({ value, error }: { value: string; error: string | undefined }) {
  const t = useTranslations("claimFields");
  return (
    <fieldset aria-describedby={error && "language-error"}>
      <legend className="pb-1 font-semibold">{t("language")}</legend>
      {error && (
        <p id="language-error" className="text-sm font-semibold text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-x-6">
        {localeIds.map((id) => (
          <Checkbox
            key={`${id}-${value}`}
            type="radio"
            name="language"
            value={id}
            defaultChecked={id === value}
            label={t(`languages.${id}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}
