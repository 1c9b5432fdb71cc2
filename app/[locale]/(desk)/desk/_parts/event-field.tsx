import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { WebAddress } from "@/components/ui/web-address";
import type { EventNames } from "@/lib/desk/audit/event-names";
import { type FieldChange, isUnchanged } from "@/lib/desk/audit/rules";
import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { parseLanguage } from "@/lib/text/languages";
import { isPartialDate } from "@/lib/text/partial-date";

type EventFieldProps = {
  field: FieldChange;
  /** Whether the entity was created or deleted, so that there is only one value. */
  isOneSided: boolean;
  names: EventNames;
  locale: LocaleId;
};

/** A changed field of an event: the value before and after. */
export async function EventField({ field, isOneSided, names, locale }: EventFieldProps) {
  const t = await getTranslations("eventLog");
  const name = (languageIn(field.path) ? field.path.slice(0, -1) : field.path).at(-1) ?? "";
  const show = (value: unknown) => <EventValue name={name} value={value} names={names} locale={locale} />;
  return (
    <div className="grid gap-x-6 gap-y-0.5 @lg:grid-cols-[11rem_minmax(0,44rem)]">
      <dt className="font-semibold">
        <FieldName path={field.path} locale={locale} />
      </dt>
      {isOneSided || isUnchanged(field) ? (
        <dd>{show(field.to ?? field.from)}</dd>
      ) : (
        <dd className="grid gap-1">
          <div className="flex gap-2">
            <span className="shrink-0 text-soft">{t("was")}</span>
            {show(field.from)}
          </div>
          <div className="flex gap-2">
            <span className="shrink-0 text-soft">{t("became")}</span>
            {show(field.to)}
          </div>
        </dd>
      )}
    </div>
  );
}

async function FieldName({ path, locale }: { path: string[]; locale: LocaleId }) {
  const t = await getTranslations("fieldNames");
  if (path.length === 0) return t("order");
  const language = languageIn(path);
  const parts = language ? path.slice(0, -1) : path;
  const field = parts.map((part) => (t.has(part) ? t(part) : part)).join(" · ");
  return language && parts.length > 0
    ? t("inLanguage", { field, language: languageName(language, locale) })
    : field;
}

/**
 * Returns the language that a field's path ends with; null for none. A claim's text may be in any language.
 */
function languageIn(path: string[]): string | null {
  const last = path.at(-1) ?? "";
  return isLocaleId(last) || (path.at(-2) === "text" && parseLanguage(last) === last) ? last : null;
}

type EventValueProps = { name: string; value: unknown; names: EventNames; locale: LocaleId };

/** A value for display: names for ids, labels for keys, texts unchanged. */
async function EventValue({ name, value, names, locale }: EventValueProps) {
  const t = await getTranslations("eventLog");
  if (Array.isArray(value)) {
    return (
      <ol className="grid min-w-0 gap-0.5">
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list
          <li key={index}>
            <EventValue name={name} value={item} names={names} locale={locale} />
          </li>
        ))}
      </ol>
    );
  }
  if (value === null || value === "") return <span className="text-soft">{t("nothing")}</span>;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value !== "string") return <bdi>{JSON.stringify(value)}</bdi>;
  const named = names[value];
  if (named) return <ForeignText language={named.language ?? locale}>{named.text}</ForeignText>;
  if (/On$/.test(name) && isPartialDate(value)) return <bdi>{formatPartialDate(value, locale)}</bdi>;
  if (name === "language") return <bdi>{languageName(value, locale) || t("nothing")}</bdi>;
  if (name === "url" || name === "archiveUrl") return <WebAddress address={value} />;
  const label = await labelOf(name, value);
  if (label) return label;
  // Short values align with the line; a text aligns by its own direction.
  if (value.length < SHORT && !value.includes("\n"))
    return <bdi className="min-w-0 break-words">{value}</bdi>;
  return (
    <div dir="auto" className="min-w-0 break-words whitespace-pre-wrap">
      {value}
    </div>
  );
}

const SHORT = 80;

/** The message namespaces with the labels of a field's keys. */
const namespaces: Record<string, string[]> = {
  stage: ["stage"],
  rating: ["status"],
  role: ["role"],
  stance: ["stance"],
  priority: ["deskClaim.priorities"],
  kind: ["claim", "evidence.kinds", "article.kind"],
};

async function labelOf(name: string, value: string): Promise<string | null> {
  const all = await getTranslations();
  const key = namespaces[name]?.map((namespace) => `${namespace}.${value}`).find((path) => all.has(path));
  return key ? all(key) : null;
}
