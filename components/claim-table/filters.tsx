import { clsx } from "clsx";
import { Button } from "@/components/ui/button";
import { ForeignText } from "@/components/ui/foreign-text";
import { Input } from "@/components/ui/input";
import { MixedText } from "@/components/ui/mixed-text";
import { PlainField } from "@/components/ui/plain-field";
import { statusColors } from "@/components/verdict/status-badge";
import { StatusGlyph } from "@/components/verdict/status-glyph";
import { formatNumber } from "@/lib/i18n/formats";
import { type LocaleId, locales } from "@/lib/i18n/locales";
import { type Localized, pickText } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import {
  type ClaimQuery,
  defaultSort,
  type Facets,
  type FacetView,
  facetSearchParam,
  MAX_FACET_SEARCH,
  type SearchableFacet,
  searchableFacets,
} from "@/lib/public/claims/filters";
import { MAX_SUGGESTIONS } from "@/lib/public/projection/document";
import type { Status } from "@/lib/record/vocabulary";
import { DisclosureIcon, FilterDisclosure, FilterGroup } from "./filter-group";
import { SearchBoxIsland } from "./search-input";

type GroupsProps = { query: ClaimQuery; facets: Facets; view: FacetView; locale: LocaleId };
/** `typed` is the content of the search box where only its beginning is searched for, else null. */
export type TableFiltersProps = GroupsProps & { typed: string | null };

/** Search and filters: a form whose state is the URL. On narrow screens the filters are collapsed. */
export function TableFilters({ query, typed, facets, view, locale }: TableFiltersProps) {
  const t = translator(locale, "table");
  const labels = {
    label: t("suggestions.label"),
    groups: {
      claims: t("suggestions.claims"),
      claimants: t("suggestions.claimants"),
      topics: t("suggestions.topics"),
    },
    counts: Array.from({ length: MAX_SUGGESTIONS + 1 }, (_, count) => t("suggestions.count", { count })),
    numbers: locales[locale].format,
  };
  return (
    // The URL decides what is filled in, not the browser's form restoration.
    <form
      action={localPath("/", locale)}
      aria-label={t("filters")}
      autoComplete="off"
      className="grid content-start gap-3"
    >
      <PlainField id="q" label={t("search")} help={<SearchHelp locale={locale} />}>
        {(control) => (
          <SearchBoxIsland
            control={control}
            value={typed ?? query.q}
            endpoint={`/api/v1/suggestions?locale=${locale}`}
            labels={labels}
          />
        )}
      </PlainField>
      <details className="fold-narrow">
        <summary className="fold-heading flex min-h-11 cursor-pointer list-none items-center justify-between gap-2 border-t border-rule font-semibold">
          {t("filterFold")}
          <DisclosureIcon />
        </summary>
        <Groups query={query} facets={facets} view={view} locale={locale} />
      </details>
      {query.sort !== defaultSort(query) && <input type="hidden" name="sort" value={query.sort} />}
      {query.limit !== 50 && <input type="hidden" name="limit" value={query.limit} />}
      {query.article && <input type="hidden" name="article" value={query.article} />}
      {query.language && <input type="hidden" name="language" value={query.language} />}
      <Button variant="primary">{t("apply")}</Button>
    </form>
  );
}

function SearchHelp({ locale }: { locale: LocaleId }) {
  const t = translator(locale, "table");
  return (
    <>
      <MixedText text={t("searchHelp")} direction={locales[locale].dir} />{" "}
      <a href={localPath("/methodology#search", locale)}>{t("searchHow")}</a>
    </>
  );
}

function Groups({ query, facets, view, locale }: GroupsProps) {
  const [t, status] = [translator(locale, "table"), translator(locale, "status")];
  const option = (selected: string[], value: string, label: React.ReactNode, count: number | null) => ({
    value,
    label,
    count: count === null ? null : formatNumber(count, locale),
    checked: selected.includes(value),
  });
  const named = (key: "topic" | "claimant") =>
    facets[key].map(({ value, names, count }) =>
      option(query[key], value, <Named names={names} value={value} locale={locale} />, count),
    );
  const legends = { topic: t("topic"), claimant: t("columns.claimant"), publisher: t("columns.source") };
  const options = {
    topic: named("topic"),
    claimant: named("claimant"),
    publisher: facets.publisher.map(({ value, count }) =>
      option(query.publisher, value, <bdi>{value}</bdi>, count),
    ),
  };
  const isExpanded = (facet: SearchableFacet) => view.more === facet || Boolean(view.find?.[facet]);
  const moreOf = (facet: SearchableFacet) =>
    isExpanded(facet) ? { note: t("filterNarrow") } : { label: t("filterMore") };
  return (
    <div>
      <FilterGroup
        name="status"
        legend={t("columns.status")}
        open
        options={facets.status.map(({ value, count }) =>
          option(query.status, value, <StatusLabel status={value} label={status(value)} />, count),
        )}
      />
      {searchableFacets.map((facet) => (
        <FilterGroup
          key={facet}
          name={facet}
          legend={legends[facet]}
          open={query[facet].length > 0 || Boolean(view.find?.[facet]) || view.more === facet}
          options={options[facet]}
          search={{
            name: facetSearchParam(facet),
            label: t("filterSearch", { filter: legends[facet] }),
            value: view.find?.[facet],
            maxLength: MAX_FACET_SEARCH,
            emptyText: t("filterSearchEmpty"),
          }}
          more={facets.more.includes(facet) ? moreOf(facet) : null}
          isExpanded={view.more === facet}
        />
      ))}
      <FilterDisclosure legend={t("columns.updated")} open={Boolean(query.from || query.to)}>
        <DayField name="from" label={t("from")} value={query.from} />
        <DayField name="to" label={t("to")} value={query.to} />
      </FilterDisclosure>
    </div>
  );
}

function StatusLabel({ status, label }: { status: Status; label: string }) {
  return (
    <span className="flex items-center gap-2">
      <StatusGlyph status={status} className={clsx("size-4 shrink-0", statusColors[status].ink)} />
      {label}
    </span>
  );
}

function Named({ names, value, locale }: { names: Localized; value: string; locale: LocaleId }) {
  const { text, language } = pickText(names, locale) ?? { text: value, language: locale };
  return <ForeignText language={language}>{text}</ForeignText>;
}

// A date input would drop a month or a year from the URL.
function DayField({ name, label, value }: { name: "from" | "to"; label: string; value?: string }) {
  const type = value === undefined || value.length === 10 ? "date" : "text";
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 pb-2">
      <label htmlFor={name} className="text-sm">
        {label}
      </label>
      <div className="w-40">
        <Input id={name} type={type} name={name} defaultValue={value} dir="ltr" />
      </div>
    </div>
  );
}
