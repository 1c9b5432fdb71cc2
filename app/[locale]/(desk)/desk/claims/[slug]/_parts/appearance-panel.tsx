import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import { LocalizedText } from "@/components/ui/localized-text";
import type { DeskClaim } from "@/lib/claims/queries";
import { formatPartialDate } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { removeAppearanceAction } from "../actions";
import { AppearanceForm } from "./appearance-form";

type AppearancePanelProps = { claim: DeskClaim; locale: LocaleId; actor: string };

/** Where else the claim stands. */
export async function AppearancePanel({ claim, locale, actor }: AppearancePanelProps) {
  const t = await getTranslations("deskClaim");
  return (
    <div className="grid gap-6">
      {claim.appearances.length === 0 && <p className="text-soft">{t("noAppearances")}</p>}
      <ul className="grid gap-5">
        {claim.appearances.map((item) => (
          <li key={item.id} className="grid justify-items-start gap-1 border-s-2 border-rule ps-4">
            <a href={item.url} rel="noopener noreferrer" dir="auto">
              {item.title ?? item.publisher ?? item.url}
            </a>
            <p className="text-sm text-soft">
              <bdi>{item.publisher}</bdi>
              {item.publishedOn && <> · {formatPartialDate(item.publishedOn, locale)}</>}
            </p>
            <LocalizedText texts={item.change} locale={locale} className="text-sm" />
            <ActionButton
              action={removeAppearanceAction}
              values={{ appearanceId: item.id }}
              look="danger"
              label={t("removeAppearanceOf", { place: item.title ?? item.publisher ?? item.url })}
            >
              {t("removeAppearance")}
            </ActionButton>
          </li>
        ))}
      </ul>
      <details>
        <summary className="min-h-10 cursor-pointer font-semibold">{t("addAppearance")}</summary>
        <div className="py-3">
          <AppearanceForm claimId={claim.id} draft={`draft:${actor}:new-appearance:${claim.id}`} />
        </div>
      </details>
    </div>
  );
}
