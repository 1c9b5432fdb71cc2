import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ForeignText } from "@/components/ui/foreign-text";
import type { Candidate } from "@/lib/desk/claims/schema";
import { choiceOfKey } from "./claim-field";
import { MultilingualName } from "./multilingual-name";

type CandidateOptionProps = {
  /** The name of the group of radio buttons. */
  name: string;
  candidate: Candidate;
  checked: boolean;
};

/** A radio button for a claimant or topic: its names, its number of claims, and an example. */
export function CandidateOption({ name, candidate, checked }: CandidateOptionProps) {
  const t = useTranslations("claimFields");
  const { key, names, claims, example } = candidate;
  return (
    <Checkbox
      type="radio"
      name={name}
      value={choiceOfKey(key)}
      defaultChecked={checked}
      label={
        <>
          <MultilingualName names={names} />
          {claims !== undefined && (
            <span className="block text-sm text-soft">
              {t("claims", { count: claims })}
              {example && (
                <>
                  {": "}
                  <ForeignText language={example.language}>{example.text}</ForeignText>
                </>
              )}
            </span>
          )}
        </>
      }
    />
  );
}
