"use client";

import { useTranslations } from "next-intl";
import { Link, usePathname } from "@/lib/i18n/navigation";
import type { FormState } from "@/lib/web/form-state";
import { Button } from "./button";
import { Notice } from "./notice";

type FormOutcomeProps = { state: FormState; restored: boolean; onDiscard: () => void };

/** What became of a form, said aloud: saved, not saved and why, or unsaved typing brought back. */
export function FormOutcome({ state, restored, onDiscard }: FormOutcomeProps) {
  const [t, errors, fieldErrors] = [
    useTranslations("form"),
    useTranslations("errors"),
    useTranslations("fields.errors"),
  ];
  const { outcome, reason, fields } = state;
  const path = usePathname();
  return (
    <>
      {restored && (
        <Notice tone="info" live title={t("restored")}>
          <div>
            <Button type="button" look="quiet" onClick={onDiscard}>
              {t("discard")}
            </Button>
          </div>
        </Notice>
      )}
      {outcome === "saved" && (
        <Notice key={state.at} tone="success" live>
          {t("saved")}
        </Notice>
      )}
      {(outcome === "invalid" || outcome === "refused") && (
        <Notice key={state.at} tone="error" live title={outcome === "refused" ? t("refused") : undefined}>
          <p>{errors(reason ?? "invalid")}</p>
          {reason === "unauthenticated" && (
            <p>
              <Link href={{ pathname: "/sign-in", query: { next: path } }} target="_blank">
                {t("signIn")}
              </Link>
            </p>
          )}
          {fields.form?.map((key) => (
            <p key={key}>{fieldErrors(key)}</p>
          ))}
        </Notice>
      )}
    </>
  );
}
