"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Notice } from "./notice";

type SecretNoticeProps = { title: ReactNode; secret: string; children?: ReactNode };

/** A key or a link that is shown only once, with a button to copy it. */
export function SecretNotice({ title, secret, children }: SecretNoticeProps) {
  const t = useTranslations("form");
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <Notice tone="success" live title={title}>
      <div className="flex flex-wrap items-center gap-3">
        <code
          dir="ltr"
          className="border border-rule bg-sheet px-3 py-1.5 text-base break-all whitespace-pre-line select-all"
        >
          {secret}
        </code>
        <Button type="button" onClick={copy} className="noscript:hidden">
          {copied ? t("copied") : t("copy")}
        </Button>
      </div>
      {children}
    </Notice>
  );
}
