"use client";

import { useTranslations } from "next-intl";
import { LocalizedFields } from "@/components/claim/localized-fields";
import { RadioGroup } from "@/components/claim/radio-group";
import { Checkbox } from "@/components/ui/checkbox";
import { DeskForm } from "@/components/ui/desk-form";
import { Textarea } from "@/components/ui/input";
import { StatusGlyph } from "@/components/verdict/status-glyph";
import type { FormState } from "@/lib/desk/forms/form-state";
import type { DeskProposal } from "@/lib/desk/verdicts/queries";
import type { Localized } from "@/lib/i18n/localized";
import { ratings } from "@/lib/record/vocabulary";
import { limits } from "@/lib/text/limits";
import { proposeAction } from "../actions";

type ProposalFormProps = {
  claimId: string;
  /** The hash of the claim's content that this page shows. */
  snapshot: string;
  /** Whether the claim has a published verdict: then the proposal is a correction or a retraction. */
  published: boolean;
  /** The latest proposal, for initial values. */
  from: DeskProposal | null;
  draft: string;
};

/** The form that proposes a verdict. */
export function ProposalForm({ claimId, snapshot, published, from, draft }: ProposalFormProps) {
  const t = useTranslations("deskClaim");
  return (
    <DeskForm action={proposeAction} draft={draft} label={t("propose")} submit={t("propose")}>
      {(state) => (
        <>
          <input type="hidden" name="claimId" value={claimId} />
          <input type="hidden" name="snapshot" value={snapshot} />
          {published ? <KindChoice state={state} /> : <input type="hidden" name="kind" value="publication" />}
          <RatingChoice state={state} rating={from?.rating} />
          <TextFields name="summary" limit={limits.summary} state={state} start={from?.summary} rows={2} />
          <TextFields name="reasons" limit={limits.reasons} state={state} start={from?.reasons} rows={6} />
          {published && (
            <TextFields
              name="note"
              limit={limits.correctionNote}
              state={state}
              start={from?.state === "returned" ? from.note : {}}
              rows={3}
            />
          )}
        </>
      )}
    </DeskForm>
  );
}

function KindChoice({ state }: { state: FormState }) {
  const [t, claim] = [useTranslations("deskClaim"), useTranslations("claim")];
  return (
    <Choice name="kind" legend={t("kind")} state={state}>
      {(["correction", "retraction"] as const).map((kind) => (
        <Checkbox
          key={kind}
          type="radio"
          name="kind"
          value={kind}
          defaultChecked={(state.typed?.kind ?? "correction") === kind}
          label={claim(kind)}
        />
      ))}
    </Choice>
  );
}

function RatingChoice({ state, rating }: { state: FormState; rating?: string }) {
  const [t, status, meaning] = [
    useTranslations("deskClaim"),
    useTranslations("status"),
    useTranslations("methodology.meaning"),
  ];
  return (
    <Choice name="rating" legend={t("rating")} state={state}>
      {ratings.map((key) => (
        <Checkbox
          key={key}
          type="radio"
          name="rating"
          value={key}
          defaultChecked={(state.typed?.rating ?? rating) === key}
          label={
            <span className="grid">
              <span className="flex items-center gap-2 font-semibold">
                <StatusGlyph status={key} />
                {status(key)}
              </span>
              <span className="text-soft">{meaning(key)}</span>
            </span>
          }
        />
      ))}
    </Choice>
  );
}

type ChoiceProps = { name: string; legend: string; state: FormState; children: React.ReactNode };

function Choice({ name, legend, state, children }: ChoiceProps) {
  const fieldErrors = useTranslations("fields.errors");
  const error = state.fields[name]?.[0];
  return (
    <RadioGroup id={name} legend={legend} error={error && fieldErrors(error)} required>
      {children}
    </RadioGroup>
  );
}

type TextFieldsProps = {
  name: "summary" | "reasons" | "note";
  limit: number;
  state: FormState;
  start?: Localized;
  rows: number;
};

function TextFields({ name, limit, state, start, rows }: TextFieldsProps) {
  const [t, fieldErrors] = [useTranslations("deskClaim"), useTranslations("fields.errors")];
  const errorOf = (field: string) => {
    const key = state.fields[field]?.[0];
    return key ? fieldErrors(key) : undefined;
  };
  const typed = state.typed?.[name] as Localized | undefined;
  return (
    <LocalizedFields
      name={name}
      legend={t(name)}
      help={t(`${name}Help`)}
      limit={limit}
      required
      error={errorOf(name)}
      errorOf={errorOf}
      labelOf={(language) => t(`${name}In`, { language })}
    >
      {(control, language) => (
        <Textarea
          {...control}
          rows={rows}
          defaultValue={state.typed ? typed?.[language] : start?.[language]}
        />
      )}
    </LocalizedFields>
  );
}
