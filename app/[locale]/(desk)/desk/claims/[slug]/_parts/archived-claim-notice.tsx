import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { moveAction } from "../actions";

type ArchivedClaimNoticeProps = {
  claimId: string;
  /** Who archived the claim and when (ISO 8601), by the audit log. */
  archived: { by: string; at: string } | null;
  locale: LocaleId;
};

/** Says that the claim is archived, with a button to restore it. */
export async function ArchivedClaimNotice({ claimId, archived, locale }: ArchivedClaimNoticeProps) {
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
        {/* Has the id of the archive button that it replaces, and so takes over the focus. */}
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
