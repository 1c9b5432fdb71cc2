import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { restoreArticleAction } from "../actions";

type ArchivedArticleNoticeProps = { article: { id: string; archivedAt: Date | null }; locale: LocaleId };

/** Says that an article is archived, with a button to restore it; nothing for other articles. */
export async function ArchivedArticleNotice({
  article: { id, archivedAt },
  locale,
}: ArchivedArticleNoticeProps) {
  const t = await getTranslations("articleArchive");
  if (!archivedAt) return null;
  return (
    <Notice tone="warning" title={t("title", { date: formatInstant(archivedAt, locale) })} live>
      <p>{t("meaning")}</p>
      {/* Has the id of the archive button that it replaces, and so takes over the focus. */}
      <ActionButton
        id="archive-article"
        action={restoreArticleAction}
        values={{ articleId: id }}
        className="justify-self-start"
      >
        {t("restore")}
      </ActionButton>
    </Notice>
  );
}
