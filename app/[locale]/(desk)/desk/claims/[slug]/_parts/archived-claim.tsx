import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { DeskClaim } from "@/lib/desk/claims/queries";
import type { Content } from "@/lib/desk/verdicts/content";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/next/navigation";
import { ContentParts } from "./content-parts";

type ArchivedClaimProps = { claim: DeskClaim; content: Omit<Content, "verdict">; locale: LocaleId };

/** The content of an archived claim, read-only until it is restored. */
export async function ArchivedClaim({ claim: { id, source }, content, locale }: ArchivedClaimProps) {
  const t = await getTranslations("deskClaim");
  return (
    <Section id="claim" title={t("fields")}>
      {source && (
        <p className="text-sm">
          <Link
            href={`/desk/articles/${source.articleSlug}#${source.capturedIn === source.newest ? "q" : "c"}-${id}`}
          >
            {t("inArticle")}
          </Link>
        </p>
      )}
      <div className="grid gap-5">
        <ContentParts content={content} locale={locale} />
      </div>
    </Section>
  );
}
