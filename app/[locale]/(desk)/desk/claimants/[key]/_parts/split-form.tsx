"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { ClaimantFields } from "@/components/claim/claimant-fields";
import { readSubmittedName } from "@/components/claim/submitted-claim";
import { PreserveFocus } from "@/components/realtime/preserve-focus";
import { Checkbox } from "@/components/ui/checkbox";
import { DeskForm } from "@/components/ui/desk-form";
import { ForeignText } from "@/components/ui/foreign-text";
import type { ClaimListItem } from "@/lib/desk/claims/named-entities/queries";
import type { FormState } from "@/lib/desk/forms/form-state";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";
import { splitClaimantAction } from "../actions";

type SplitFormProps = { claimant: string; claims: ClaimListItem[]; locale: LocaleId };

/** The form that moves claims to another claimant. */
export function SplitForm({ claimant, claims, locale }: SplitFormProps) {
  const t = useTranslations("named");
  return (
    <DeskForm
      action={splitClaimantAction}
      label={t("split")}
      submit={t("split")}
      variant="secondary"
      clearOnSave
    >
      {(state) => (
        <>
          <PreserveFocus renderKey={state.at} />
          <p>{t("splitHelp")}</p>
          <input type="hidden" name="key" value={claimant} />
          <ClaimChoice claims={claims} locale={locale} state={state} />
          {/* Remounted after a save, to drop the disambiguation before it. */}
          <OtherClaimant key={state.outcome === "saved" ? state.at : 0} state={state} />
        </>
      )}
    </DeskForm>
  );
}

const checkedSchema = z.union([z.string().transform((id) => [id]), z.array(z.string())]).catch([]);

type ClaimChoiceProps = { claims: ClaimListItem[]; locale: LocaleId; state: FormState };

function ClaimChoice({ claims, locale, state }: ClaimChoiceProps) {
  const [t, fieldErrors, errorId] = [
    useTranslations("named"),
    useTranslations("fields.errors"),
    "claims-error",
  ];
  const checked = state.outcome === "saved" ? [] : checkedSchema.parse(state.typed?.claims);
  const isInvalid = state.outcome === "invalid" && Boolean(state.fields.claims);
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 font-semibold">{t("chooseClaims")}</legend>
      {isInvalid && (
        <p id={errorId} className="text-sm font-semibold text-danger">
          {fieldErrors("scope_missing")}
        </p>
      )}
      {claims.map(({ id, slug, text, language, stage }) => {
        const shown = pickText(text, locale, language) ?? { text: slug, language };
        return (
          <div key={id} className="flex items-baseline justify-between gap-4 border-b border-rule py-1">
            <Checkbox
              name="claims"
              value={id}
              aria-invalid={isInvalid || undefined}
              aria-describedby={isInvalid ? errorId : undefined}
              disabled={stage === "archived"}
              defaultChecked={checked.includes(id) && stage !== "archived"}
              label={
                <>
                  <ForeignText language={shown.language}>{shown.text}</ForeignText>
                  {stage === "archived" && (
                    <span className="block text-sm text-soft">{t("archivedClaim")}</span>
                  )}
                </>
              }
            />
            <Link
              href={`/desk/claims/${encodeURIComponent(slug)}`}
              prefetch={false}
              className="shrink-0 text-sm"
            >
              {t("open")}
              <span className="sr-only">: {shown.text}</span>
            </Link>
          </div>
        );
      })}
    </fieldset>
  );
}

function OtherClaimant({ state }: { state: FormState }) {
  const [t, fieldErrors] = [useTranslations("named"), useTranslations("fields.errors")];
  const errorOf = (name: string) => {
    const key = state.fields[name]?.[0];
    if (!key) return;
    return fieldErrors.has(key) ? fieldErrors(key) : fieldErrors("gone");
  };
  return (
    <ClaimantFields
      name="to"
      legend={t("moveTo")}
      values={state.outcome === "saved" ? {} : readSubmittedName(state.typed?.to)}
      candidates={state.candidates.to}
      isQuestion={state.outcome === "invalid"}
      errorOf={errorOf}
    />
  );
}
