import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { StatusBadge } from "@/components/verdict/status-badge";
import { formatDay } from "@/lib/i18n/formats";
import { compareRevisions } from "@/lib/public/compare";
import type { PublicClaim } from "@/lib/public/schema";
import { FieldList } from "./field-list";
import type { Sides } from "./field-row";
import { ItemList } from "./item-list";

type ComparisonViewProps = { older: PublicClaim; newer: PublicClaim; sides: Sides };

/** Two revisions of a claim, the older one at the start, part by part in the order of the claim's page. */
export async function ComparisonView({ older, newer, sides }: ComparisonViewProps) {
  const [t, claim] = [await getTranslations("compare"), await getTranslations("claim")];
  const { evidence, appearances, source, ...texts } = compareRevisions(older, newer, sides.locale);
  const parts = (["note", "summary", "reasons", "claim"] as const).filter((part) => texts[part].length > 0);
  return (
    <div className="grid gap-10">
      <Section id="verdict" title={t("parts.verdict")}>
        <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
          <RevisionHead revision={older} number={sides.from} sides={sides} />
          <RevisionHead revision={newer} number={sides.to} sides={sides} />
        </div>
        {older.status === newer.status && <p className="text-sm text-soft">{t("sameRating")}</p>}
      </Section>
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`parts.${part}`)}>
          <FieldList fields={texts[part]} sides={sides} />
        </Section>
      ))}
      <Section id="evidence" title={t("parts.evidence")}>
        <ItemList items={evidence} sides={sides} />
      </Section>
      {source.length > 0 && (
        <Section id="source" title={claim("source")}>
          <FieldList fields={source} sides={sides} />
        </Section>
      )}
      {appearances.length > 0 && (
        <Section id="appearances" title={claim("appearances")}>
          <ItemList items={appearances} sides={sides} />
        </Section>
      )}
    </div>
  );
}

type RevisionHeadProps = { revision: PublicClaim; number: number; sides: Sides };

async function RevisionHead({ revision: { status, verdict }, number, sides }: RevisionHeadProps) {
  const [t, names] = [await getTranslations("claim"), await getTranslations("status")];
  if (!verdict) return null;
  return (
    <div className="grid content-start justify-items-start gap-2 border-s-2 border-rule ps-4">
      <p className="text-sm text-soft">{t("revision", { number })}</p>
      <StatusBadge status={status} label={names(status)} />
      <p className="text-sm text-soft">
        {t(verdict.kind)} ·{" "}
        <time dateTime={verdict.publishedAt}>{formatDay(verdict.publishedAt, sides.locale)}</time>
      </p>
    </div>
  );
}
