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
 * schema: `quote`, `language`, `text.en`, `text.ar`, `text.original`, `claimedOn`, `topics`, and those of {@link ClaimantFields} and
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
      <WrittenIn values={values} locale={locale} errorOf={errorOf} />
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

type WrittenInProps = {
  values: ClaimFieldValues;
  locale: LocaleId;
  errorOf: (name: string) => string | undefined;
};

/**
 * The language that the claim is written in, and where that is none of the product's the claim in it. Without scripts
 * that field is always there.
 */
function WrittenIn({ values, locale, errorOf }: WrittenInProps) {
  const t = useTranslations("claimFields");
  const start = values.language ?? locale;
  const [language, setLanguage] = useState<string | null>(start);
  const isOwn = language !== null && isLocaleId(language);
  return (
    <>
      <div className="max-w-96">
        <LanguageField
          id="language"
          label={t("language")}
          error={errorOf("language")}
          value={start}
          required
          onLanguage={setLanguage}
        />
      </div>
      <div className={isOwn ? "hidden noscript:grid" : "grid"}>
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
              lang={isOwn || language === null ? undefined : language}
              dir={isOwn || language === null ? "auto" : directionOfLanguage(language)}
              defaultValue={values.text?.original}
            />
          )}
        </Field>
      </div>
    </>
  );
}
