"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** A new password, shown this once, and how to take it along. */
export function SecretNotice({ email, secret }: { email: string; secret: string }) {
  const t = useTranslations("people");
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <Notice tone="success" live title={t.rich("password", { email: () => <bdi>{email}</bdi> })}>
      <div className="flex flex-wrap items-center gap-3">
        <code dir="ltr" className="border border-rule bg-sheet px-3 py-1.5 text-base break-all select-all">
          {secret}
        </code>
        <Button type="button" onClick={copy} className="noscript:hidden">
          {copied ? t("copied") : t("copy")}
        </Button>
      </div>
      <p>{t("passwordHelp")}</p>
    </Notice>
  );
}
