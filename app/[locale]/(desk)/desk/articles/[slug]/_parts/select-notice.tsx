import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { Notice } from "@/components/ui/notice";
import type { QuoteBehind } from "@/lib/desk/articles/behind";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";

type SelectNoticeProps = { claim: QuoteBehind; article: { slug: string }; locale: LocaleId };

/** That the words selected in the text are those that a claim is quoted from now. */
export async function SelectNotice({ claim, article, locale }: SelectNoticeProps) {
  const t = await getTranslations("quoteBehind");
  const text = pick(claim.text, locale) ?? { text: claim.slug, language: "en" };
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
