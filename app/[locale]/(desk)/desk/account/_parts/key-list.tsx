import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/ui/action-button";
import type { KeyListItem } from "@/lib/desk/people/keys";
import { formatInstant, formatShortDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { revokeKeyAction } from "../key-actions";

type KeyListProps = { keys: KeyListItem[]; now: Date; locale: LocaleId };

/** One's own API keys: scopes, expiry and last use, with a button to revoke each. */
export async function KeyList({ keys, now, locale }: KeyListProps) {
  const [t, confirmations] = [await getTranslations("keys"), await getTranslations("confirmations")];
  if (keys.length === 0) return <p className="text-soft">{t("none")}</p>;
  return (
    <ul className="grid">
      {keys.map((key) => (
        <li
          key={key.id}
          className="flex flex-wrap items-start justify-between gap-3 border-b border-rule py-3 first:pt-0 last:border-b-0"
        >
          <KeyDetails line={key} now={now} locale={locale} />
          <ActionButton
            action={revokeKeyAction}
            values={{ keyId: key.id }}
            label={t("revokeOf", { name: key.name })}
            confirmation={confirmations("revokeKey", { name: key.name })}
            variant="danger"
          >
            {t("revoke")}
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}

async function KeyDetails({ line, now, locale }: { line: KeyListItem; now: Date; locale: LocaleId }) {
  const t = await getTranslations("keys");
  const { name, start, scopes, createdAt, expiresAt, lastUsedAt } = line;
  const day = (date: Date) => formatShortDay(date, locale);
  return (
    <div className="grid min-w-0 gap-0.5">
      <h3 className="text-base font-semibold break-words">
        <bdi>{name}</bdi> <code dir="ltr" className="text-sm font-normal text-soft">{`${start}…`}</code>
      </h3>
      <ul className="list-disc ps-5 text-sm">
        {scopes.map((scope) => (
          <li key={scope}>{t(`scope.${scope}`)}</li>
        ))}
      </ul>
      <p className="text-sm text-soft">
        {t("created", { date: day(createdAt) })} ·{" "}
        {expiresAt <= now ? (
          <strong className="text-danger">{t("expired", { date: day(expiresAt) })}</strong>
        ) : (
          t("expires", { date: day(expiresAt) })
        )}{" "}
        · {lastUsedAt ? t("used", { date: formatInstant(lastUsedAt, locale) }) : t("unused")}
      </p>
    </div>
  );
}
