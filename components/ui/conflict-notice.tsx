"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/lib/web/form-state";
import { Notice } from "./notice";

type ConflictNoticeProps = {
  current: NonNullable<FormState["current"]>;
  typed: FormState["typed"];
  names: Record<string, string>;
};

/** Somebody else saved in between: which fields differ, and what stands in them now. */
export function ConflictNotice({ current, typed, names }: ConflictNoticeProps) {
  const t = useTranslations("form");
  const differing = Object.entries(current.values).filter(([name, value]) => textAt(typed, name) !== value);
  return (
    <Notice tone="warning" live title={t("conflict")}>
      <p>{t("conflictHelp")}</p>
      {differing.length === 0 ? (
        <p>{t("conflictSame")}</p>
      ) : (
        <dl className="grid gap-2 pt-1">
          {differing.map(([name, value]) => (
            <div key={name}>
              <dt className="font-semibold">{names[name] ?? name}</dt>
              <dd dir="auto" className="whitespace-pre-wrap">
                {value || t("empty")}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}

/** What was typed under a name such as `text.en`, as one text. */
function textAt(typed: FormState["typed"], name: string): string {
  const value = name
    .split(".")
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], typed ?? {});
  // A browser sends line ends as CR LF.
  return Array.isArray(value) ? [...value].sort().join(", ") : String(value ?? "").replaceAll("\r\n", "\n");
}
