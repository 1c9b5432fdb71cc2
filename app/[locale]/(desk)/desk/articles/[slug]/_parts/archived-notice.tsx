import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { restoreArticleAction } from "../actions";

type ArchivedNoticeProps = { article: { id: string; archivedAt: Date | null }; locale: LocaleId };

/** Says that the article is archived and what that means, and takes it back; nothing for one that is not. */
export async function ArchivedNotice({ article: { id, archivedAt }, locale }: ArchivedNoticeProps) {
  const t = await getTranslations("articleArchive");
  if (!archivedAt) return null;
  return (
    <Notice tone="warning" title={t("title", { date: formatInstant(archivedAt, locale) })} live>
      <p>{t("meaning")}</p>
      {/* In place of the button that archives: it takes over its id, and the focus. */}
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
