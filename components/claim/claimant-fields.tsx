"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { Candidate } from "@/lib/desk/claims/schema";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { limits } from "@/lib/text/limits";
import { CandidateOption } from "./candidate-option";
import { choiceOfKey, type NameValues } from "./claim-field";
import { DisambiguationFields } from "./disambiguation-fields";
import { LocalizedFields } from "./localized-fields";
import { RadioGroup } from "./radio-group";
import { useClaimantLookup } from "./use-claimant-lookup";
import { uniqueCandidates, useDisambiguation } from "./use-disambiguation";

type ClaimantFieldsProps = {
  /** The prefix of the field names `NAME.choice`, `NAME.names.en`, `NAME.names.ar`. */
  name: string;
  legend: ReactNode;
  help?: ReactNode;
  values: NameValues;
  /** The current claimant. */
  current?: Candidate | null;
  /** The candidates of the form's result. */
  candidates?: Candidate[];
  /** Whether the result asks which of the candidates the names in `values` mean. */
  isQuestion: boolean;
  /** Whether "nobody" can be chosen. */
  withNobody?: boolean;
  errorOf: (name: string) => string | undefined;
};

/**
 * The choice of a claimant: nobody, a known one, or a new one by name. Names are looked up while they are
 * typed; without JavaScript when the form is submitted, whose result then asks which claimant is meant.
 */
export function ClaimantFields(props: ClaimantFieldsProps) {
  const { name, legend, help, values, current, withNobody, errorOf } = props;
  const t = useTranslations("claimFields");
  const { matches, lookUpClaimants, cancel } = useClaimantLookup();
  const shown = matches?.claimants.length ?? 0;
  const isMore = matches !== null && matches.total > shown;
  const unclearNames = props.isQuestion ? (values.names ?? {}) : null;
  const { question, candidates } = useDisambiguation(props.candidates, unclearNames, current?.key);
  // Choosing a candidate answers the question for the names typed then.
  const [answeredNames, setAnsweredNames] = useState<Localized | null>(null);
  // The default choice of radio buttons, also of those added later.
  const [initial] = useState(values.choice);
  const group = useRef<HTMLDivElement>(null);
  const onInput = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement) || !group.current) return;
    cancel();
    if (target.type === "radio")
      setAnsweredNames(target.value === "named" ? null : readNames(group.current, name));
    else {
      lookUpClaimants(target.value);
      checkRadio(group.current, "named");
      setAnsweredNames(null);
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
        {matches && t(isMore ? "offeredOf" : "offered", { count: shown, total: matches.total })}
      </p>
      <div className="grid gap-1">
        {uniqueCandidates([...(current ? [current] : []), ...candidates, ...(matches?.claimants ?? [])]).map(
          (candidate) => (
            <CandidateOption
              key={candidate.key}
              name={`${name}.choice`}
              candidate={candidate}
              checked={initial === choiceOfKey(candidate.key)}
            />
          ),
        )}
        {radio("named", question && question.candidates.length > 0 ? t("another") : t("byName"))}
        {withNobody && radio("nobody", t("nobodyNamed"))}
      </div>
      <DisambiguationFields name={name} question={question} answeredNames={answeredNames} />
    </RadioGroup>
  );
}

const inputsIn = (group: HTMLElement) => [...group.querySelectorAll("input")];

function checkRadio(group: HTMLElement, value: string): void {
  const radio = inputsIn(group).find((input) => input.type === "radio" && input.value === value);
  if (radio) radio.checked = true;
}

/** Returns the names typed into the group's inputs. */
function readNames(group: HTMLElement, name: string): Localized {
  const prefix = `${name}.names.`;
  const texts = inputsIn(group).filter((input) => input.name.startsWith(prefix));
  return localizedSchema.parse(
    Object.fromEntries(texts.map((input) => [input.name.slice(prefix.length), input.value])),
  );
}
