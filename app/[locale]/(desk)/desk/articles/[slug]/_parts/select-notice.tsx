import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { Notice } from "@/components/ui/notice";
import type { OutdatedClaimQuote } from "@/lib/desk/articles/outdated-quotes";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";

type SelectNoticeProps = { claim: OutdatedClaimQuote; article: { slug: string }; locale: LocaleId };

/** Says that the selected words become the new quote of a claim. */
export async function SelectNotice({ claim, article, locale }: SelectNoticeProps) {
  const t = await getTranslations("quoteBehind");
  const text = pickText(claim.text, locale) ?? { text: claim.slug, language: "en" };
  return (
    <Notice title={t("selecting")}>
      <p>
        <ForeignText language={text.language}>{text.text}</ForeignText>
      </p>
      <p>
        <Link href={`/desk/articles/${article.slug}`}>{t("stop")}</Link>
      </p>
    </Notice>
  );
}
