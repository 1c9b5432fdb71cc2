import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { findAlarm } from "@/lib/desk/record-check/queries";
import type { Finding } from "@/lib/desk/record-check/schema";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { requestContext } from "@/lib/next/context";

/** The faults found by the latest check of the record, and what to do; nothing without faults. */
export async function RecordAlarm({ locale }: { locale: LocaleId }) {
  const alarm = await findAlarm(await requestContext());
  if (!alarm) return null;
  const t = await getTranslations("recordAlarm");
  const { checkedAt, faultySince, faultCount: count, faults } = alarm;
  const times = { checked: formatInstant(checkedAt, locale), since: formatInstant(faultySince, locale) };
  return (
    <section aria-label={t("title")} className="mb-6">
      <Notice tone="error" title={t("title")}>
        <p>{t("found", { ...times, count })}</p>
        <p>{t("advice")}</p>
        <details>
          <summary>{t("which")}</summary>
          <ul className="mt-2 list-disc ps-5">
            {faults.map((fault) => (
              <FaultLine key={`${fault.kind} ${fault.about}`} fault={fault} />
            ))}
            {count > faults.length && <li>{t("more", { count: count - faults.length })}</li>}
          </ul>
        </details>
      </Notice>
    </section>
  );
}

async function FaultLine({ fault: { kind, about, fields } }: { fault: Finding }) {
  const t = await getTranslations("recordAlarm");
  return (
    <li>
      {t(`fault.${kind}`)} <bdi dir="ltr">{[about, ...fields].join(" · ")}</bdi>
    </li>
  );
}
