"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { DeskForm } from "@/components/ui/desk-form";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { SecretNotice } from "@/components/ui/secret-notice";
import { type FormAction, untried } from "@/lib/desk/forms/form-state";
import {
  beginTwoFactorAction,
  confirmTwoFactorAction,
  renewBackupCodesAction,
  turnOffTwoFactorAction,
} from "../two-factor-actions";

type TwoFactorPanelProps = {
  state: "off" | "setup" | "on";
  /** How many backup codes are not used. */
  codesLeft: number;
  /** The secret that waits for its first code, for the app to take. */
  children: ReactNode;
};

/** What can be done about one's authenticator app. The first code's answer stays when the page knows that it is on. */
export function TwoFactorPanel({ state, codesLeft, children }: TwoFactorPanelProps) {
  const t = useTranslations("twoFactor");
  const [answer, confirm, pending] = useActionState(confirmTwoFactorAction, untried);
  return (
    <div className="grid max-w-xl gap-6">
      {state === "on" && answer.secret && <BackupCodes key={answer.at} codes={answer.secret.value} />}
      <p className="text-sm text-soft">{state === "on" ? t("on", { count: codesLeft }) : t("intro")}</p>
      {state === "setup" && (
        <form action={confirm} noValidate aria-label={t("confirm")} className="grid gap-5">
          <p className="text-sm">{t("scan")}</p>
          {children}
          <ConfirmFields answer={answer} />
          <div>
            <Button look="primary" aria-disabled={pending}>
              {t("confirm")}
            </Button>
          </div>
        </form>
      )}
      {state === "off" && <PasswordForm action={beginTwoFactorAction} name="begin" look="primary" />}
      {state === "setup" && <PasswordForm action={beginTwoFactorAction} name="again" look="secondary" />}
      {state === "on" && <PasswordForm action={renewBackupCodesAction} name="renew" look="secondary" />}
      {state === "on" && <PasswordForm action={turnOffTwoFactorAction} name="turnOff" look="danger" />}
    </div>
  );
}

function ConfirmFields({ answer }: { answer: typeof untried }) {
  const [t, errors, fieldErrors] = [
    useTranslations("twoFactor"),
    useTranslations("errors"),
    useTranslations("fields.errors"),
  ];
  const wrong = answer.fields.code?.[0];
  return (
    <>
      {answer.outcome === "refused" && answer.reason && (
        <Notice key={answer.at} tone="error" live>
          {errors(answer.reason)}
        </Notice>
      )}
      <CodeField label={t("code")} help={t("codeHelp")} error={wrong && fieldErrors(wrong)} />
    </>
  );
}

type PasswordFormProps = {
  action: FormAction;
  name: "begin" | "again" | "renew" | "turnOff";
  look: "primary" | "secondary" | "danger";
};

/** A step that asks for the password, folded away where it is not the next thing to do. */
function PasswordForm({ action, name, look }: PasswordFormProps) {
  const [t, errors] = [useTranslations("twoFactor"), useTranslations("fields.errors")];
  const form = (
    <DeskForm action={action} label={t(name)} submit={t(name)} look={look}>
      {(state) => (
        <div className="grid max-w-md gap-5">
          {state.secret && <BackupCodes key={state.at} codes={state.secret.value} />}
          <PasswordField
            id={`two-factor-${name}`}
            name="current"
            label={t("current")}
            error={state.fields.current?.[0] && errors(state.fields.current[0])}
            autoComplete="current-password"
          />
        </div>
      )}
    </DeskForm>
  );
  if (name === "begin") return form;
  return (
    <details>
      <summary className="cursor-pointer text-sm font-semibold">{t(name)}</summary>
      <div className="pt-4">{form}</div>
    </details>
  );
}

function BackupCodes({ codes }: { codes: string }) {
  const t = useTranslations("twoFactor");
  return (
    <SecretNotice title={t("codes")} secret={codes}>
      <p>{t("codesHelp")}</p>
    </SecretNotice>
  );
}
