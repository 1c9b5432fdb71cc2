import { getTranslations } from "next-intl/server";
import { StanceMark } from "@/components/evidence/stance-mark";
import { ActionButton } from "@/components/ui/action-button";
import { ForeignText } from "@/components/ui/foreign-text";
import { LocalizedText } from "@/components/ui/localized-text";
import type { DeskEvidence } from "@/lib/evidence/queries";
import { languageChoices } from "@/lib/i18n/language-choices";
import type { LocaleId } from "@/lib/i18n/locales";
import { addEvidenceAction, editEvidenceAction, orderEvidenceAction, removeEvidenceAction } from "../actions";
import { EvidenceForm } from "./evidence-form";

type EvidencePanelProps = { claimId: string; evidence: DeskEvidence[]; actor: string; locale: LocaleId };

/** The claim's evidence in its order: to add, edit, order and remove. */
export async function EvidencePanel({ claimId, evidence, actor, locale }: EvidencePanelProps) {
  const t = await getTranslations("deskClaim");
  const ids = evidence.map(({ id }) => id);
  const today = new Date().toISOString().slice(0, 10);
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
                  action={orderEvidenceAction}
                  values={{ claimId, order: swapped(ids, index, index - 1) }}
                  label={t("moveUp", { title: item.title, place: index })}
                >
                  ↑
                </ActionButton>
              )}
              {index < ids.length - 1 && (
                <ActionButton
                  action={orderEvidenceAction}
                  values={{ claimId, order: swapped(ids, index, index + 1) }}
                  label={t("moveDown", { title: item.title, place: index + 2 })}
                >
                  ↓
                </ActionButton>
              )}
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
                  languages={languageChoices(locale, item.language)}
                />
                <ActionButton
                  action={removeEvidenceAction}
                  values={{ evidenceId: item.id }}
                  look="danger"
                  label={t("removeEvidenceOf", { title: item.title })}
                >
                  {t("removeEvidence")}
                </ActionButton>
              </div>
            </details>
          </li>
        ))}
      </ol>
      <div className="grid gap-3">
        <h3 className="font-semibold">{t("addEvidence")}</h3>
        <EvidenceForm
          action={addEvidenceAction}
          id={{ name: "claimId", value: claimId }}
          draft={`draft:${actor}:new-evidence:${claimId}`}
          today={today}
          languages={languageChoices(locale)}
        />
      </div>
    </div>
  );
}

/** What a piece of evidence is, as briefly as may be. */
async function EvidenceSummary({ item, locale }: { item: DeskEvidence; locale: LocaleId }) {
  const [t, stances] = [await getTranslations("evidence"), await getTranslations("stance")];
  const title = <ForeignText language={item.language}>{item.title}</ForeignText>;
  return (
    <>
      <StanceMark stance={item.stance} label={stances(item.stance)} />
      {item.url ? (
        <a href={item.url} rel="noopener noreferrer" lang={item.language}>
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
      <LocalizedText texts={item.protection} locale={locale} className="text-sm" />
    </>
  );
}

function swapped(ids: string[], a: number, b: number): string {
  const order = [...ids];
  [order[a], order[b]] = [ids[b] ?? "", ids[a] ?? ""];
  return order.join(",");
}
