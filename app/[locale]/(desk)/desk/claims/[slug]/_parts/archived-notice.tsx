import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { moveAction } from "../actions";

type ArchivedNoticeProps = {
  claimId: string;
  /** Who archived the claim and when (ISO 8601), where the log says so. */
  archived: { by: string; at: string } | null;
  locale: LocaleId;
};

/** Says at the top of an archived claim's page that it is archived, with the way back. */
export async function ArchivedNotice({ claimId, archived, locale }: ArchivedNoticeProps) {
  const [t, claim] = [await getTranslations("undo"), await getTranslations("deskClaim")];
  return (
    <Notice tone="warning" live title={t("archived")}>
      <p>
        {archived &&
          t.rich("archivedBy", {
            name: () => <bdi>{archived.by}</bdi>,
            date: formatInstant(archived.at, locale),
          })}{" "}
        {t("archivedHelp")}
      </p>
      <div className="pt-1">
        {/* In place of the button that archives: it takes over its id, and the focus. */}
        <ActionButton
          id="archive-claim"
          action={moveAction}
          values={{ claimId, transition: "restore", seen: "archived" }}
          className="justify-self-start"
        >
          {claim("restore")}
        </ActionButton>
      </div>
    </Notice>
  );
}
