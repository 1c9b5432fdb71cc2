import { getTranslations } from "next-intl/server";
import { FoldSign } from "@/components/claim-table/filter-group";
import type { Content } from "@/lib/desk/verdicts/content";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/next/navigation";
import { ContentParts } from "./content-parts";

type ProposedContentProps = {
  content: Content;
  slug: string;
  locale: LocaleId;
  /** Whether it is unfolded to begin with, as for whoever is to publish it. */
  isOpen: boolean;
};

/** Everything besides the verdict that readers would see of a proposal, in every language: the content that it froze. */
export async function ProposedContent({ content, slug, locale, isOpen }: ProposedContentProps) {
  const t = await getTranslations("deskClaim");
  return (
    <div className="grid gap-2">
      <details open={isOpen}>
        <summary className="flex min-h-10 cursor-pointer list-none items-center justify-between gap-3 font-semibold">
          {t("proposedContent")}
          <FoldSign />
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
