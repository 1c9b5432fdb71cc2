"use client";

import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useId, useRef } from "react";
import type { Conflict } from "@/lib/desk/forms/form-state";
import { formatInstant } from "@/lib/i18n/formats";
import { isLocaleId } from "@/lib/i18n/locales";
import { ConflictField } from "./conflict-field";

type ConflictNoticeProps = {
  conflict: Conflict;
  names: Record<string, string>;
  form: RefObject<HTMLFormElement | null>;
};

/** The result of a merge with somebody else's save: merged fields, and both versions of each in conflict. */
export function ConflictNotice({ conflict, names, form }: ConflictNoticeProps) {
  const [t, locale, title] = [useTranslations("form"), useLocale(), useId()];
  const notice = useRef<HTMLElement>(null);
  useEffect(() => notice.current?.focus(), []);
  const { saved, fromTheirs, conflicts } = conflict;
  const nameOf = (name: string) => names[name] ?? name;
  const by = saved && {
    name: saved.by,
    date: formatInstant(saved.at, isLocaleId(locale) ? locale : "en"),
  };
  return (
    <section
      ref={notice}
      tabIndex={-1}
      aria-labelledby={title}
      className="grid gap-4 border-s-4 border-context bg-context-wash px-4 py-3 text-sm"
    >
      <div className="grid gap-1">
        <h3 id={title} className="font-semibold">
          {by ? t.rich("conflictBy", { name: () => <bdi>{by.name}</bdi>, date: by.date }) : t("conflict")}
        </h3>
        <p>{t("conflictHelp")}</p>
        {fromTheirs.length > 0 && (
          <p>{t("conflictTaken", { names: fromTheirs.map(nameOf).join(t("comma")) })}</p>
        )}
        {conflicts.length === 0 && <p>{t("conflictNone")}</p>}
      </div>
      {conflicts.map((name) => (
        <ConflictField
          key={name}
          name={name}
          label={nameOf(name)}
          mine={conflict.mine[name] ?? ""}
          theirs={conflict.values[name] ?? ""}
          theirName={saved?.by}
          form={form}
        />
      ))}
    </section>
  );
}
