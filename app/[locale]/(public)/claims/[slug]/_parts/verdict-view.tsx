import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LocalizedText } from "@/components/ui/localized-text";
import { Notice } from "@/components/ui/notice";
import { PlainLink } from "@/components/ui/plain-link";
import { StatusBadge } from "@/components/verdict/status-badge";
import { VerdictSheet } from "@/components/verdict/verdict-sheet";
import { formatDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { PublicVerdict } from "@/lib/record/revision";
import type { Status } from "@/lib/record/vocabulary";

type VerdictViewProps = { verdict: PublicVerdict; status: Status; locale: LocaleId };

/** A published verdict: rating, correction note, summary, reasons, and who proposed and published it. */
export async function VerdictView({ verdict, status, locale }: VerdictViewProps) {
  const t = await getTranslations("claim");
  return (
    <VerdictText verdict={verdict} status={status} locale={locale}>
      <p className="w-full border-t border-rule pt-4 text-sm text-soft">
        {t.rich("signed", {
          proposedBy: () => <bdi>{verdict.proposedBy}</bdi>,
          publishedBy: () => <bdi>{verdict.publishedBy}</bdi>,
          date: () => <time dateTime={verdict.publishedAt}>{formatDay(verdict.publishedAt, locale)}</time>,
        })}{" "}
        {!verdict.fourEyes && `${t("oneDesk")} `}
        {t("revision", { number: verdict.revision })}
        <span className="mt-1 block wrap-anywhere">
          {t("fingerprint")} <code dir="ltr">{verdict.hash}</code>{" "}
          <PlainLink href="/methodology#checking" className="ms-1 whitespace-nowrap">
            {t("howToCheck")}
          </PlainLink>
        </span>
      </p>
    </VerdictText>
  );
}

type VerdictTextProps = {
  verdict: Pick<PublicVerdict, "kind" | "summary" | "reasons" | "note">;
  status: Status;
  locale: LocaleId;
  /** Content below the texts. */
  children?: ReactNode;
};

/** The content of a verdict: rating, correction note, summary and reasons. */
export async function VerdictText({ verdict, status, locale, children }: VerdictTextProps) {
  const [t, names] = [await getTranslations("claim"), await getTranslations("status")];
  return (
    <VerdictSheet status={status}>
      <StatusBadge status={status} label={names(status)} size="large" />
      {verdict.kind !== "publication" && (
        <Notice tone="warning" title={t(verdict.kind)}>
          <LocalizedText texts={verdict.note} locale={locale} lines={8} />
        </Notice>
      )}
      <LocalizedText
        texts={verdict.summary}
        locale={locale}
        className="max-w-3xl font-serif text-xl leading-snug font-medium"
      />
      <LocalizedText texts={verdict.reasons} locale={locale} className="prose-block max-w-3xl" lines={18} />
      {children}
    </VerdictSheet>
  );
}
