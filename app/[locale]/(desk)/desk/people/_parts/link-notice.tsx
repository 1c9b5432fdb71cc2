"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SecretNotice } from "@/components/ui/secret-notice";
import type { Secret } from "@/lib/desk/forms/form-state";

/** A link for somebody, shown once: whether it was mailed, and how to use it. */
export function LinkNotice({ secret, children }: { secret: Secret; children: ReactNode }) {
  const t = useTranslations("people");
  const email = () => (
    <bdi dir="ltr" className="break-all">
      {secret.recipient}
    </bdi>
  );
  return (
    <SecretNotice title={t.rich("linkFor", { email })} secret={secret.value}>
      {secret.mailed && <p>{t(`linkMail.${secret.mailed}`)}</p>}
      <p>{children}</p>
    </SecretNotice>
  );
}
