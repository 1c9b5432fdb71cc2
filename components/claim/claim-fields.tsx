"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { type LocaleId, localeIds } from "@/lib/i18n/locales";
import { directionOfLanguage } from "@/lib/text/direction";
import type { ClaimFieldChoices, ClaimFieldValues, FieldErrors } from "./claim-field";
import { LocalizedFields } from "./localized-fields";
import { TopicFields } from "./topic-fields";

type ClaimFieldsProps = {
  values: ClaimFieldValues;
  errors: FieldErrors;
  choices: ClaimFieldChoices;
  /** The language of the screen. */
  locale: LocaleId;
  /** The language of the article that the quote stands in. */
  quoteLanguage: string;
};

/**
 * The fields of a claim, for the form that makes one and the form that edits it. Names are those of the claim's
 * schema: `quote`, `language`, `text.en`, `text.ar`, `claimant.en`, `claimant.ar`, `claimedOn`, `topics`, `newTopic.en`,
 * `newTopic.ar`.
 */
export function ClaimFields({ values, errors, choices, locale, quoteLanguage }: ClaimFieldsProps) {
  const [t, fieldErrors] = [useTranslations("claimFields"), useTranslations("fields.errors")];
  const errorOf = (name: string) => {
    const key = errors[name]?.[0];
    return key ? fieldErrors(key) : undefined;
  };
  return (
    <>
      <Field id="quote" label={t("quote")} help={t("quoteHelp")} error={errorOf("quote")}>
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
        error={errorOf("text")}
        errorOf={errorOf}
        labelOf={(language) => t("textIn", { language })}
      >
        {(control, language) => <Textarea {...control} rows={3} defaultValue={values.text?.[language]} />}
      </LocalizedFields>
      <LanguageChoice value={values.language ?? locale} error={errorOf("language")} />
      <LocalizedFields
        name="claimant"
        legend={t("claimant")}
        help={t("claimantHelp")}
        error={errorOf("claimant")}
        errorOf={errorOf}
        labelOf={(language) => t("claimantIn", { language })}
      >
        {(control, language) => (
          <>
            <Input
              {...control}
              list={`claimants-${language}`}
              autoComplete="off"
              defaultValue={values.claimant?.[language]}
            />
            <datalist id={`claimants-${language}`}>
              {choices.claimants.map(
                (names) => names[language] && <option key={names[language]} value={names[language]} />,
              )}
            </datalist>
          </>
        )}
      </LocalizedFields>
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
      <TopicFields values={values} topics={choices.topics} locale={locale} errorOf={errorOf} />
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
