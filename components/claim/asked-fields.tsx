import type { Localized } from "@/lib/i18n/localized";
import type { Asked } from "./use-asked";

type AskedFieldsProps = {
  /** The form name of the whole: the fields are `NAME.asked.en`, `NAME.asked.ar` and `NAME.distinctFrom`. */
  name: string;
  asked: Asked | null;
  /** The names beside which a choice was made, where those are others than the names asked about. */
  answered?: Localized | null;
};

/** Says which names the form has asked about, and whom it offered: names that were typed since are asked about anew. */
export function AskedFields({ name, asked, answered }: AskedFieldsProps) {
  return (
    <>
      {Object.entries(answered ?? asked?.names ?? {}).map(([language, text]) => (
        <input key={language} type="hidden" name={`${name}.asked.${language}`} value={text} />
      ))}
      {asked?.candidates.map(({ key }) => (
        <input key={key} type="hidden" name={`${name}.distinctFrom`} value={key} />
      ))}
    </>
  );
}
