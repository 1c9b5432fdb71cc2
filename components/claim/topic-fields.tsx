import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ForeignText } from "@/components/ui/foreign-text";
import { Input } from "@/components/ui/input";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import type { ClaimFieldChoices, ClaimFieldValues } from "./claim-field";
import { LocalizedFields } from "./localized-fields";

type TopicFieldsProps = {
  values: ClaimFieldValues;
  topics: ClaimFieldChoices["topics"];
  locale: LocaleId;
  errorOf: (name: string) => string | undefined;
};

/** The topics of a claim: those the desk has, and one it does not have yet. */
export function TopicFields({ values, topics, locale, errorOf }: TopicFieldsProps) {
  const t = useTranslations("claimFields");
  const chosen = values.topics ?? [];
  return (
    <>
      {topics.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="pb-1 font-semibold">{t("topics")}</legend>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {topics.map(({ key, names }) => {
              const name = pick(names, locale) ?? { text: key, language: locale };
              const checked = chosen.includes(key);
              return (
                <Checkbox
                  key={`${key}-${checked}`}
                  name="topics"
                  value={key}
                  defaultChecked={checked}
                  label={<ForeignText language={name.language}>{name.text}</ForeignText>}
                />
              );
            })}
          </div>
        </fieldset>
      )}
      <LocalizedFields
        name="newTopic"
        legend={t("newTopic")}
        help={t("newTopicHelp")}
        error={errorOf("newTopic")}
        errorOf={errorOf}
        labelOf={(language) => t("topicIn", { language })}
      >
        {(control, language) => (
          <Input {...control} autoComplete="off" defaultValue={values.newTopic?.[language]} />
        )}
      </LocalizedFields>
    </>
  );
}
