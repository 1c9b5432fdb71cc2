import { getTranslations } from "next-intl/server";
import { StanceLabel } from "@/components/evidence/stance-label";
import { ActionButton } from "@/components/ui/action-button";
import { ForeignText } from "@/components/ui/foreign-text";
import { LocalizedText } from "@/components/ui/localized-text";
import { UndoList } from "@/components/ui/undo-list";
import { WebAddress } from "@/components/ui/web-address";
import { getDeskDate } from "@/lib/desk/auth/desk-date";
import type { DeskEvidence, RemovedEvidenceItem } from "@/lib/desk/evidence/queries";
import { formatInstant } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import {
  addEvidenceAction,
  editEvidenceAction,
  moveEvidenceAction,
  removeEvidenceAction,
  restoreEvidenceAction,
} from "../actions";
import { EvidenceForm } from "./evidence-form";

type EvidencePanelProps = {
  claimId: string;
  evidence: DeskEvidence[];
  removed: RemovedEvidenceItem[];
  locale: LocaleId;
  actor: string;
};

/** The claim's evidence in order, to add, edit, move and remove, and recently removed evidence to restore. */
export async function EvidencePanel({ claimId, evidence, removed, locale, actor }: EvidencePanelProps) {
  const t = await getTranslations("deskClaim");
  const seen = evidence.map(({ id }) => id).join();
  const today = getDeskDate({ now: () => new Date() });
  return (
    <div className="grid gap-6">
      {evidence.length === 0 && <p className="text-soft">{t("noEvidence")}</p>}
      <ol className="grid gap-5">
        {evidence.map((item, index) => (
          <li key={item.id} className="grid gap-2 border-s-2 border-rule ps-4">
            <EvidenceSummary item={item} locale={locale} />
            <div className="flex flex-wrap gap-2">
              {index > 0 && (
                <ActionButton
                  action={moveEvidenceAction}
                  values={{ evidenceId: item.id, step: "up", seen }}
                  label={t("moveUp", { title: item.title, place: index })}
                >
                  ↑
                </ActionButton>
              )}
              {index < evidence.length - 1 && (
                <ActionButton
                  action={moveEvidenceAction}
                  values={{ evidenceId: item.id, step: "down", seen }}
                  label={t("moveDown", { title: item.title, place: index + 2 })}
                >
                  ↓
                </ActionButton>
              )}
              <ActionButton
                id={`remove-${item.id}`}
                action={removeEvidenceAction}
                values={{ evidenceId: item.id }}
                variant="danger"
                label={t("removeEvidenceOf", { title: item.title })}
              >
                {t("removeEvidence")}
              </ActionButton>
            </div>
            <details>
              <summary className="min-h-8 cursor-pointer text-sm font-semibold">{t("editEvidence")}</summary>
              <div className="grid gap-6 py-3">
                <EvidenceForm
                  action={editEvidenceAction}
                  id={{ name: "evidenceId", value: item.id }}
                  evidence={item}
                  draft={`draft:${actor}:evidence:${item.id}`}
                  today={today}
                />
              </div>
            </details>
          </li>
        ))}
      </ol>
      <RemovedEvidence claimId={claimId} removed={removed} locale={locale} />
      <div className="grid gap-3">
        <h3 className="font-semibold">{t("addEvidence")}</h3>
        <EvidenceForm
          action={addEvidenceAction}
          id={{ name: "claimId", value: claimId }}
          draft={`draft:${actor}:new-evidence:${claimId}`}
          today={today}
        />
      </div>
    </div>
  );
}

/** A summary of a piece of evidence. */
async function EvidenceSummary({ item, locale }: { item: DeskEvidence; locale: LocaleId }) {
  const [t, stances] = [await getTranslations("evidence"), await getTranslations("stance")];
  const title = <ForeignText language={item.language}>{item.title}</ForeignText>;
  return (
    <>
      <StanceLabel stance={item.stance} label={stances(item.stance)} />
      {item.url ? (
        <a href={item.url} rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      <p className="text-sm text-soft">
        {t(`kinds.${item.kind}`)}
        {item.publisher && (
          <>
            {" · "}
            <bdi>{item.publisher}</bdi>
          </>
        )}
      </p>
      {[...new Set([item.url, item.archiveUrl])].map(
        (address) =>
          address && (
            <p key={address} className="text-sm text-soft">
              <WebAddress address={address} />
            </p>
          ),
      )}
      <LocalizedText texts={item.protection} locale={locale} className="text-sm" />
    </>
  );
}

async function RemovedEvidence({
  claimId,
  removed,
  locale,
}: Pick<EvidencePanelProps, "claimId" | "removed" | "locale">) {
  const t = await getTranslations("undo");
  return (
    <UndoList
      action={restoreEvidenceAction}
      undo={t("undo")}
      items={removed.map(({ id, title, language, by, at }) => ({
        id: `remove-${id}`,
        values: { claimId, evidenceId: id },
        label: t("undoOf", { thing: title }),
        message: t.rich("removed", {
          thing: () => <ForeignText language={language}>{title}</ForeignText>,
          name: () => <bdi>{by}</bdi>,
          date: formatInstant(at, locale),
        }),
      }))}
    />
  );
}
