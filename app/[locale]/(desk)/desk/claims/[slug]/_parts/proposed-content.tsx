import { getTranslations } from "next-intl/server";
import { DisclosureIcon } from "@/components/claim-table/filter-group";
import type { Content } from "@/lib/desk/verdicts/content";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/next/navigation";
import { ContentParts } from "./content-parts";

type ProposedContentProps = {
  content: Content;
  slug: string;
  locale: LocaleId;
  /** Whether it is expanded initially, as for a publisher. */
  isOpen: boolean;
};

/** The content of a proposal besides its verdict, in every language. */
export async function ProposedContent({ content, slug, locale, isOpen }: ProposedContentProps) {
  const t = await getTranslations("deskClaim");
  return (
    <div className="grid gap-2">
      <details open={isOpen}>
        <summary className="flex min-h-10 cursor-pointer list-none items-center justify-between gap-3 font-semibold">
          {t("proposedContent")}
          <DisclosureIcon />
        </summary>
        <div className="grid gap-5 border-s-2 border-rule py-3 ps-4">
          <ContentParts content={content} locale={locale} />
        </div>
      </details>
      <p className="text-sm">
        <Link href={`/desk/claims/${slug}/preview`} prefetch={false}>
          {t("preview")}
        </Link>
      </p>
    </div>
  );
}
