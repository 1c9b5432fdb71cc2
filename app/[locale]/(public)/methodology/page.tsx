import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/verdict/status-badge";
import type { LocaleId } from "@/lib/i18n/locales";
import { statuses } from "@/lib/verdicts/schema";
import { pageAlternates } from "@/lib/web/alternates";

type PageProps = { params: Promise<{ locale: LocaleId }> };

const parts = ["selection", "evidence", "publication", "corrections", "data"] as const;

/** Methodology. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations("methodology");
  return { title: t("title"), description: t("intro"), alternates: pageAlternates("/methodology", locale) };
}

/** What the ratings mean, how a verdict comes about, and how mistakes are put right. */
export default async function MethodologyPage() {
  const [t, status] = [await getTranslations("methodology"), await getTranslations("status")];
  return (
    <div className="grid max-w-4xl gap-10">
      <PageHeader title={t("title")} intro={t("intro")} />
      <Section id="ratings" title={t("ratings")}>
        <dl className="grid gap-5">
          {statuses.map((key) => (
            <div key={key} className="grid gap-x-6 gap-y-2 sm:grid-cols-[13rem_1fr]">
              <dt>
                <StatusBadge status={key} label={status(key)} />
              </dt>
              <dd>{t(`meaning.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`${part}.title`)}>
          <div className="prose-block">
            {t(`${part}.text`)
              .split("\n\n")
              .map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
          </div>
        </Section>
      ))}
    </div>
  );
}
