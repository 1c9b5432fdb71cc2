import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ForeignText } from "@/components/ui/foreign-text";
import { Input } from "@/components/ui/input";
import type { Candidate } from "@/lib/desk/claims/schema";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { limits } from "@/lib/text/limits";
import { CandidateOption } from "./candidate-option";
import { type ClaimFieldChoices, type ClaimFieldValues, choiceOfKey } from "./claim-field";
import { DisambiguationFields } from "./disambiguation-fields";
import { LocalizedFields } from "./localized-fields";
import { RadioGroup } from "./radio-group";
import { useDisambiguation } from "./use-disambiguation";

type TopicFieldsProps = {
  values: ClaimFieldValues;
  topics: ClaimFieldChoices["topics"];
  /** The candidates of the form's result: whether the new topic is one of them. */
  candidates?: Candidate[];
  locale: LocaleId;
  errorOf: (name: string) => string | undefined;
};

/** The topics of a claim: checkboxes for the desk's topics, and fields for a new one. */
export function TopicFields({ values, topics, candidates, locale, errorOf }: TopicFieldsProps) {
  const t = useTranslations("claimFields");
  const chosen = values.topics ?? [];
  const current = topics.map(({ key }) => key).join();
  const { question } = useDisambiguation(
    candidates,
    candidates ? (values.newTopic?.names ?? {}) : null,
    current,
  );
  const choice = values.newTopic?.choice;
  return (
    <>
      {topics.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="pb-1 font-semibold">{t("topics")}</legend>
          <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {topics.map(({ key, names }) => {
              const name = pickText(names, locale) ?? { text: key, language: locale };
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
        name="newTopic.names"
        legend={t("newTopic")}
        help={t("newTopicHelp")}
        limit={limits.name}
        errorOf={errorOf}
        labelOf={(language) => t("topicIn", { language })}
      >
        {(control, language) => (
          <Input {...control} autoComplete="off" defaultValue={values.newTopic?.names?.[language]} />
        )}
      </LocalizedFields>
      {question && (
        <RadioGroup id="newTopic" legend={t("topicQuestion")} error={errorOf("newTopic")}>
          {question.candidates.map((candidate) => (
            <CandidateOption
              key={candidate.key}
              name="newTopic.choice"
              candidate={candidate}
              checked={choice === choiceOfKey(candidate.key)}
            />
          ))}
          <Checkbox
            type="radio"
            name="newTopic.choice"
            value="named"
            defaultChecked={choice === "named"}
            label={t("another")}
          />
          <DisambiguationFields name="newTopic" question={question} />
        </RadioGroup>
      )}
    </>
  );
}
