"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DateField } from "@/components/ui/date-field";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { LanguageField } from "@/components/ui/language-field";
import type { FormState } from "@/lib/desk/forms/form-state";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { directionOfLanguage } from "@/lib/text/direction";
import { limits } from "@/lib/text/limits";
import type { ClaimFieldChoices, ClaimFieldValues } from "./claim-field";
import { ClaimantFields } from "./claimant-fields";
import { LocalizedFields } from "./localized-fields";
import { TopicFields } from "./topic-fields";

type ClaimFieldsProps = {
  values: ClaimFieldValues;
  /** The result of the form's action. */
  state: FormState;
  choices: ClaimFieldChoices;
  /** The language of the interface. */
  locale: LocaleId;
  /** The language of the quote's article. */
  quoteLanguage: string;
};

/**
 * The fields of a claim, for the forms that create and edit one. Their names are those of the claim's schema:
 * `quote`, `language`, `text.en`, `text.ar`, `text.original`, `claimedOn`, `topics`, and under `claimant` and
 * `newTopic` those of {@link ClaimantFields} and {@link TopicFields}.
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
      <OriginalFields values={values} locale={locale} errorOf={errorOf} />
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
      <div className="max-w-96">
        <DateField
          id="claimedOn"
          name="claimedOn"
          label={t("claimedOn")}
          error={errorOf("claimedOn")}
          value={values.claimedOn}
        />
      </div>
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

type OriginalFieldsProps = {
  values: ClaimFieldValues;
  locale: LocaleId;
  errorOf: (name: string) => string | undefined;
};

/**
 * The claim's original language, and where the interface does not have that language, the claim in it.
 * Without JavaScript that field is always shown.
 */
function OriginalFields({ values, locale, errorOf }: OriginalFieldsProps) {
  const t = useTranslations("claimFields");
  const initial = values.language ?? locale;
  const [language, setLanguage] = useState<string | null>(initial);
  const isInterfaceLanguage = language !== null && isLocaleId(language);
  return (
    <>
      <div className="max-w-96">
        <LanguageField
          id="language"
          label={t("language")}
          error={errorOf("language")}
          value={initial}
          required
          onLanguage={setLanguage}
        />
      </div>
      <div className={isInterfaceLanguage ? "hidden noscript:grid" : "grid"}>
        <Field
          id="text.original"
          label={t("original")}
          help={t("originalHelp")}
          limit={limits.claimText}
          error={errorOf("text.original")}
        >
          {(control) => (
            <Textarea
              {...control}
              name="text.original"
              rows={3}
              lang={isInterfaceLanguage || language === null ? undefined : language}
              dir={isInterfaceLanguage || language === null ? "auto" : directionOfLanguage(language)}
              defaultValue={values.text?.original}
            />
          )}
        </Field>
      </div>
    </>
  );
}
