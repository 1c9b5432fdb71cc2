import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ForeignText } from "@/components/ui/foreign-text";
import type { Candidate } from "@/lib/desk/claims/schema";
import { choiceOfKey } from "./claim-field";
import { KnownName } from "./known-name";

type CandidateOptionProps = {
  /** The name of the group of radio buttons. */
  name: string;
  candidate: Candidate;
  checked: boolean;
};

/** A claimant or topic to choose: its names, how many claims it has, and one of them. */
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
          <KnownName names={names} />
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
