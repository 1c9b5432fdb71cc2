import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { LocalizedText } from "@/components/ui/localized-text";
import { UndoList } from "@/components/ui/undo-list";
import { WebAddress } from "@/components/ui/web-address";
import type { DeskClaim, RemovedAppearanceItem } from "@/lib/desk/claims/queries";
import { formatInstant, formatPartialDate } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { removeAppearanceAction, restoreAppearanceAction } from "../actions";
import { AppearanceForm } from "./appearance-form";

type AppearancePanelProps = {
  claim: DeskClaim;
  removed: RemovedAppearanceItem[];
  locale: LocaleId;
  actor: string;
};

/** The claim's other appearances, and recently removed ones to restore. */
export async function AppearancePanel({ claim, removed, locale, actor }: AppearancePanelProps) {
  const [t, undo] = [await getTranslations("deskClaim"), await getTranslations("undo")];
  return (
    <div className="grid gap-6">
      {claim.appearances.length === 0 && <p className="text-soft">{t("noAppearances")}</p>}
      <ul className="grid gap-5">
        {claim.appearances.map((item) => (
          <li key={item.id} className="grid justify-items-start gap-1 border-s-2 border-rule ps-4">
            <a href={item.url} rel="noopener noreferrer" dir="auto">
              {item.title ?? item.publisher ?? <WebAddress address={item.url} />}
            </a>
            {(item.title ?? item.publisher) && (
              <p className="text-sm text-soft">
                <WebAddress address={item.url} />
              </p>
            )}
            <p className="text-sm text-soft">
              <bdi>{item.publisher}</bdi>
              {item.publishedOn && <> · {formatPartialDate(item.publishedOn, locale)}</>}
            </p>
            <LocalizedText texts={item.change} locale={locale} className="text-sm" />
            <ActionButton
              id={`remove-${item.id}`}
              action={removeAppearanceAction}
              values={{ appearanceId: item.id }}
              variant="danger"
              label={t("removeAppearanceOf", { place: item.title ?? item.publisher ?? item.url })}
            >
              {t("removeAppearance")}
            </ActionButton>
          </li>
        ))}
      </ul>
      <UndoList
        action={restoreAppearanceAction}
        undo={undo("undo")}
        items={removed.map(({ id, place, by, at }) => ({
          id: `remove-${id}`,
          values: { claimId: claim.id, appearanceId: id },
          label: undo("undoOf", { thing: place }),
          message: undo.rich("removed", {
            thing: () => <bdi>{place}</bdi>,
            name: () => <bdi>{by}</bdi>,
            date: formatInstant(at, locale),
          }),
        }))}
      />
      <details>
        <summary className="min-h-10 cursor-pointer font-semibold">{t("addAppearance")}</summary>
        <div className="py-3">
          <AppearanceForm claimId={claim.id} draft={`draft:${actor}:new-appearance:${claim.id}`} />
        </div>
      </details>
    </div>
  );
}
