"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { Candidate } from "@/lib/desk/claims/schema";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { limits } from "@/lib/text/limits";
import { AskedFields } from "./asked-fields";
import { CandidateOption } from "./candidate-option";
import { choiceOfKey, type NameValues } from "./claim-field";
import { LocalizedFields } from "./localized-fields";
import { RadioGroup } from "./radio-group";
import { unique, useAsked } from "./use-asked";
import { useOffered } from "./use-offered";

type ClaimantFieldsProps = {
  /** The form name of the whole: `NAME.choice`, `NAME.names.en`, `NAME.names.ar`. */
  name: string;
  legend: ReactNode;
  help?: ReactNode;
  values: NameValues;
  /** The claimant that the thing has. */
  current?: Candidate | null;
  /** Those that the form's answer offers. */
  candidates?: Candidate[];
  /** Whether the answer asks which of them is meant by the names in `values`. */
  isQuestion: boolean;
  /** Whether nobody may be named. */
  withNobody?: boolean;
  errorOf: (name: string) => string | undefined;
};

/**
 * The choice of a claimant: nobody, one that the desk knows, or one by name. Names are looked up while they are typed;
 * without JavaScript, when the form is sent, which then asks who is meant.
 */
export function ClaimantFields(props: ClaimantFieldsProps) {
  const { name, legend, help, values, current, withNobody, errorOf } = props;
  const t = useTranslations("claimFields");
  const { offered, look, stop } = useOffered();
  const shown = offered?.claimants.length ?? 0;
  const isMore = offered !== null && offered.total > shown;
  const question = props.isQuestion ? (values.names ?? {}) : null;
  const { asked, candidates } = useAsked(props.candidates, question, current?.key);
  // A choice that was made beside names needs no question about them.
  const [answered, setAnswered] = useState<Localized | null>(null);
  // A radio button that comes later does not take the choice away.
  const [initial] = useState(values.choice);
  const group = useRef<HTMLDivElement>(null);
  const onInput = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement) || !group.current) return;
    stop();
    if (target.type === "radio") setAnswered(target.value === "named" ? null : typedIn(group.current, name));
    else {
      look(target.value);
      choose(group.current, "named");
      setAnswered(null);
    }
  };
  const radio = (value: string, label: string) => (
    <Checkbox
      type="radio"
      name={`${name}.choice`}
      value={value}
      defaultChecked={initial === value}
      label={label}
    />
  );
  return (
    <RadioGroup
      ref={group}
      id={name}
      legend={legend}
      help={help}
      error={errorOf(name) ?? errorOf(`${name}.names`)}
      required
      onInput={onInput}
    >
      <LocalizedFields
        name={`${name}.names`}
        legend={<span className="sr-only">{t("typedName")}</span>}
        help={t("byNameHelp")}
        limit={limits.name}
        errorOf={errorOf}
        labelOf={(language) => t("claimantIn", { language })}
      >
        {(control, language) => (
          <Input {...control} autoComplete="off" defaultValue={values.names?.[language]} />
        )}
      </LocalizedFields>
      <p role="status" className={isMore ? "text-sm text-soft" : "sr-only"}>
        {offered && t(isMore ? "offeredOf" : "offered", { count: shown, total: offered.total })}
      </p>
      <div className="grid gap-1">
        {unique([...(current ? [current] : []), ...candidates, ...(offered?.claimants ?? [])]).map(
          (candidate) => (
            <CandidateOption
              key={candidate.key}
              name={`${name}.choice`}
              candidate={candidate}
              checked={initial === choiceOfKey(candidate.key)}
            />
          ),
        )}
        {radio("named", asked && asked.candidates.length > 0 ? t("another") : t("byName"))}
        {withNobody && radio("nobody", t("nobodyNamed"))}
      </div>
      <AskedFields name={name} asked={asked} answered={answered} />
    </RadioGroup>
  );
}

const inputsIn = (group: HTMLElement) => [...group.querySelectorAll("input")];

function choose(group: HTMLElement, value: string): void {
  const wanted = inputsIn(group).find((input) => input.type === "radio" && input.value === value);
  if (wanted) wanted.checked = true;
}

/** The names that stand in the group's inputs. */
function typedIn(group: HTMLElement, name: string): Localized {
  const start = `${name}.names.`;
  const texts = inputsIn(group).filter((input) => input.name.startsWith(start));
  return localizedSchema.parse(
    Object.fromEntries(texts.map((input) => [input.name.slice(start.length), input.value])),
  );
}
