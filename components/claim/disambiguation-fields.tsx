import type { Localized } from "@/lib/i18n/localized";
import type { Disambiguation } from "./use-disambiguation";

type DisambiguationFieldsProps = {
  /** The prefix of the field names `NAME.asked.en`, `NAME.asked.ar` and `NAME.distinctFrom`. */
  name: string;
  question: Disambiguation | null;
  /** The names typed when a choice was made, where they differ from those of the question. */
  answeredNames?: Localized | null;
};

/** Hidden fields with the names already asked about and the candidates offered, so as not to ask again. */
export function DisambiguationFields({ name, question, answeredNames }: DisambiguationFieldsProps) {
  return (
    <>
      {Object.entries(answeredNames ?? question?.names ?? {}).map(([language, text]) => (
        <input key={language} type="hidden" name={`${name}.asked.${language}`} value={text} />
      ))}
      {question?.candidates.map(({ key }) => (
        <input key={key} type="hidden" name={`${name}.distinctFrom`} value={key} />
      ))}
    </>
  );
}
