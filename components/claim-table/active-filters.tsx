import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { ClaimQuery, Facets } from "@/lib/public/claims/filters";
import { truncateMiddle } from "@/lib/text/truncate";
import { tableHref } from "./address";

type ActiveFiltersProps = { query: ClaimQuery; facets: Facets; locale: LocaleId };

/** The active filters, each with a link that removes it. */
export function ActiveFilters({ query, facets, locale }: ActiveFiltersProps) {
  const [t, status] = [translator(locale, "table"), translator(locale, "status")];
  const first = { ...query, after: undefined, before: undefined };
  const chips = [
    ...(["q", "article", "language", "from", "to"] as const).flatMap((key) =>
      query[key]
        ? [
            {
              key,
              label: t(`chip.${key}`, { value: displayedValue(key, query[key], locale) }),
              href: tableHref({ ...first, [key]: undefined }),
            },
          ]
        : [],
    ),
    ...query.status.map((value) => ({ key: "status" as const, value, label: status(value) })),
    ...(["topic", "claimant"] as const).flatMap((key) =>
      query[key].map((value) => ({ key, value, label: nameIn(facets[key], value, locale) })),
    ),
    ...query.publisher.map((value) => ({ key: "publisher" as const, value, label: value })),
  ].map((chip) =>
    "href" in chip ? chip : { ...chip, href: tableHref(without(first, chip.key, chip.value)) },
  );
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="flex flex-wrap items-center gap-2">
      {chips.map(({ key, label, href }) => (
        <li key={`${key}-${label}`}>
          <a
            href={localPath(href, locale)}
            aria-label={t("remove", { filter: label })}
            className="inline-flex min-h-8 items-center gap-2 rounded-md border border-rule-strong bg-sheet px-2.5 text-sm text-ink no-underline hover:bg-wash"
          >
            <bdi>{label}</bdi>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={localPath("/", locale)} className="inline-flex min-h-8 items-center px-1 text-sm">
          {t("clear")}
        </a>
      </li>
    </ul>
  );
}

function displayedValue(key: string, value: string, locale: LocaleId): string {
  if (key === "from" || key === "to") return formatPartialDate(value, locale);
  if (key === "q") return truncateMiddle(value);
  return key === "language" ? languageName(value, locale) : value;
}

function without(
  query: Partial<ClaimQuery>,
  key: "status" | "topic" | "claimant" | "publisher",
  value: string,
) {
  return { ...query, [key]: (query[key] as string[]).filter((other) => other !== value) };
}

function nameIn(options: Facets["topic"], value: string, locale: LocaleId): string {
  return pickText(options.find((option) => option.value === value)?.names ?? {}, locale)?.text ?? value;
}
