"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { DeskForm } from "@/components/ui/desk-form";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { SecretNotice } from "@/components/ui/secret-notice";
import { type FormAction, initialFormState } from "@/lib/desk/forms/form-state";
import {
  beginTwoFactorAction,
  confirmTwoFactorAction,
  renewBackupCodesAction,
  turnOffTwoFactorAction,
} from "../two-factor-actions";

type TwoFactorPanelProps = {
  state: "off" | "setup" | "on";
  /** The number of unused backup codes. */
  codesLeft: number;
  /** The secret to scan during setup. */
  children: ReactNode;
};

/**
 * Sets up, renews and turns off two-factor authentication. Shows the backup codes once setup is confirmed.
 */
export function TwoFactorPanel({ state, codesLeft, children }: TwoFactorPanelProps) {
  const t = useTranslations("twoFactor");
  const [result, confirm, pending] = useActionState(confirmTwoFactorAction, initialFormState);
  return (
    <div className="grid max-w-xl gap-6">
      {state === "on" && result.secret && <BackupCodes key={result.at} codes={result.secret.value} />}
      <p className="text-sm text-soft">{state === "on" ? t("on", { count: codesLeft }) : t("intro")}</p>
      {state === "setup" && (
        <form action={confirm} noValidate aria-label={t("confirm")} className="grid gap-5">
          <p className="text-sm">{t("scan")}</p>
          {children}
          <ConfirmFields result={result} />
          <div>
            <Button variant="primary" aria-disabled={pending}>
              {t("confirm")}
            </Button>
          </div>
        </form>
      )}
      {state === "off" && <PasswordForm action={beginTwoFactorAction} name="begin" variant="primary" />}
      {state === "setup" && <PasswordForm action={beginTwoFactorAction} name="again" variant="secondary" />}
      {state === "on" && <PasswordForm action={renewBackupCodesAction} name="renew" variant="secondary" />}
      {state === "on" && <PasswordForm action={turnOffTwoFactorAction} name="turnOff" variant="danger" />}
    </div>
  );
}

function ConfirmFields({ result }: { result: typeof initialFormState }) {
  const [t, errors, fieldErrors] = [
    useTranslations("twoFactor"),
    useTranslations("errors"),
    useTranslations("fields.errors"),
  ];
  const error = result.fields.code?.[0];
  return (
    <>
      {result.outcome === "refused" && result.reason && (
        <Notice key={result.at} tone="error" live>
          {errors(result.reason)}
        </Notice>
      )}
      <CodeField label={t("code")} help={t("codeHelp")} error={error && fieldErrors(error)} />
    </>
  );
}

type PasswordFormProps = {
  action: FormAction;
  name: "begin" | "again" | "renew" | "turnOff";
  variant: "primary" | "secondary" | "danger";
};

/** A step that requires the password; collapsed unless it is the next step. */
function PasswordForm({ action, name, variant }: PasswordFormProps) {
  const [t, errors] = [useTranslations("twoFactor"), useTranslations("fields.errors")];
  const form = (
    <DeskForm action={action} label={t(name)} submit={t(name)} variant={variant}>
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
