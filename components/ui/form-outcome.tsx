"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FormState } from "@/lib/desk/forms/form-state";
import { Link, usePathname } from "@/lib/next/navigation";
import { Button } from "./button";
import { Notice } from "./notice";
import type { useDiscard } from "./use-discard";

type Discarding = Pick<ReturnType<typeof useDiscard>, "isDiscarded" | "discard" | "undo">;
type FormOutcomeProps = { state: FormState; restored: boolean; discarding: Discarding };

/** The outcome of a form, announced: saved, an error, or a draft restored or discarded. */
export function FormOutcome({ state, restored, discarding }: FormOutcomeProps) {
  const [t, errors, fieldErrors] = [
    useTranslations("form"),
    useTranslations("errors"),
    useTranslations("fields.errors"),
  ];
  const { outcome, reason, fields } = state;
  const path = usePathname();
  return (
    <>
      <DraftOutcome restored={restored} {...discarding} />
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

type DraftOutcomeProps = Discarding & { restored: boolean };

/** A restored or discarded draft, with a button to undo that, whose replacement takes over the focus. */
function DraftOutcome({ restored, isDiscarded, discard, undo }: DraftOutcomeProps) {
  const t = useTranslations("form");
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the button is replaced
  useEffect(() => {
    if (!pressed.current || !button.current) return;
    pressed.current = false;
    button.current.focus();
  }, [isDiscarded, restored]);
  if (!restored && !isDiscarded) return null;
  const press = (act: () => void) => () => {
    pressed.current = true;
    act();
  };
  const name = isDiscarded ? "undoDiscard" : "discard";
  return (
    <Notice key={name} tone="info" live title={t(isDiscarded ? "discarded" : "restored")}>
      <div>
        <Button ref={button} type="button" variant="quiet" onClick={press(isDiscarded ? undo : discard)}>
          {t(name)}
        </Button>
      </div>
    </Notice>
  );
}
