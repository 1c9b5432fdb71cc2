import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { PlainLink } from "@/components/ui/plain-link";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/verdict/status-badge";
import type { LocaleId } from "@/lib/i18n/locales";
import { pageAlternates } from "@/lib/next/alternates";
import { ratings, type Status } from "@/lib/record/vocabulary";
import { HowToSearch } from "./_parts/how-to-search";

type PageProps = { params: Promise<{ locale: LocaleId }> };

const parts = ["selection", "evidence", "publication", "corrections", "data", "checking"] as const;
const states = ["unchecked", "in_review", "retracted"] as const;

/** The page's title and description. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations("methodology");
  return { title: t("title"), description: t("intro"), alternates: pageAlternates("/methodology", locale) };
}

/** The methodology: ratings, statuses, search, the editorial process, corrections, and verifying the data. */
export default async function MethodologyPage() {
  const t = await getTranslations("methodology");
  return (
    <div className="grid gap-10">
      <PageHeader title={t("title")} intro={t("intro")} />
      <Section id="ratings" title={t("ratings")} beside>
        <Meanings of={ratings} />
      </Section>
      <Section id="states" title={t("states")} beside>
        <Meanings of={states} />
      </Section>
      <Section id="search" title={t("search.title")} beside>
        <HowToSearch />
      </Section>
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`${part}.title`)} beside>
          <div className="prose-block">
            {t(`${part}.text`)
              .split("\n\n")
              .map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            <SeeAlso part={part} />
          </div>
        </Section>
      ))}
    </div>
  );
}

async function Meanings({ of: statuses }: { of: readonly Status[] }) {
  const [t, names] = [await getTranslations("methodology"), await getTranslations("status")];
  return (
    <dl className="grid gap-5">
      {statuses.map((status) => (
        <div key={status} className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr]">
          <dt>
            <StatusBadge status={status} label={names(status)} />
          </dt>
          <dd>{t(`meaning.${status}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

// Links to the pages and data that a part describes.
async function SeeAlso({ part }: { part: (typeof parts)[number] }) {
  const [nav, footer] = [await getTranslations("nav"), await getTranslations("footer")];
  if (part === "corrections") {
    return (
      <p>
        <PlainLink href="/corrections">{nav("corrections")}</PlainLink>
      </p>
    );
  }
  if (part === "checking") return <HowToCheck />;
  if (part !== "data") return null;
  return (
    <p className="flex flex-wrap gap-x-6">
      <a href="/api/v1/verdicts.json">{footer("export")}</a>
      <a href="/api/v1/schema/verdicts.json">{footer("schema")}</a>
    </p>
  );
}

async function HowToCheck() {
  const t = await getTranslations("methodology.checking");
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2">
      <code dir="ltr">npm run verify -- verdicts.json</code>
      <a href="/api/v1/log">{t("head")}</a>
    </p>
  );
}
