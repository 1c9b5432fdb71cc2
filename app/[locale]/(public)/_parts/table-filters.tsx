import { getFormatter, getTranslations } from "next-intl/server";
import { FilterGroup } from "@/components/table/filter-group";
import { SubmitOnChange } from "@/components/table/submit-on-change";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ForeignText } from "@/components/ui/foreign-text";
import { Input } from "@/components/ui/input";
import { StatusGlyph } from "@/components/verdict/status-glyph";
import type { LocaleId } from "@/lib/i18n/locales";
import { type Localized, pick } from "@/lib/i18n/localized";
import { getPathname } from "@/lib/i18n/navigation";
import type { Facets } from "@/lib/public/facets";
import type { ClaimQuery } from "@/lib/public/filters";

type TableFiltersProps = { query: ClaimQuery; facets: Facets; locale: LocaleId };

/** Search and filters: a form whose state is the address. */
export async function TableFilters({ query, facets, locale }: TableFiltersProps) {
  const [t, status, format] = [
    await getTranslations("table"),
    await getTranslations("status"),
    await getFormatter(),
  ];
  const named = (names: Localized, value: string) => {
    const name = pick(names, locale) ?? { text: value, language: locale };
    return <ForeignText language={name.language}>{name.text}</ForeignText>;
  };
  const option = (
    key: "status" | "topic" | "publisher" | "claimant",
    value: string,
    label: React.ReactNode,
    count: number,
  ) => ({
    value,
    label,
    count: format.number(count),
    checked: (query[key] as string[]).includes(value),
  });
  return (
    <form
      action={getPathname({ href: "/", locale })}
      aria-label={t("filters")}
      className="grid content-start gap-3"
    >
      <Field id="q" label={t("search")} help={t("searchHelp")}>
        {(control) => (
          <Input {...control} type="search" name="q" defaultValue={query.q} maxLength={300} dir="auto" />
        )}
      </Field>
      <div>
        <FilterGroup
          name="status"
          legend={t("columns.status")}
          open
          options={facets.status.map(({ value, count }) =>
            option(
              "status",
              value,
              <span className="flex items-center gap-2">
                <StatusGlyph status={value} />
                {status(value)}
              </span>,
              count,
            ),
          )}
        />
        <FilterGroup
          name="topic"
          legend={t("topic")}
          open={query.topic.length > 0}
          options={facets.topic.map(({ value, names, count }) =>
            option("topic", value, named(names, value), count),
          )}
        />
        <FilterGroup
          name="claimant"
          legend={t("columns.claimant")}
          open={query.claimant.length > 0}
          options={facets.claimant.map(({ value, names, count }) =>
            option("claimant", value, named(names, value), count),
          )}
        />
        <FilterGroup
          name="publisher"
          legend={t("columns.source")}
          open={query.publisher.length > 0}
          options={facets.publisher.map(({ value, count }) =>
            option("publisher", value, <bdi>{value}</bdi>, count),
          )}
        />
      </div>
      {query.sort !== "-updated" && <input type="hidden" name="sort" value={query.sort} />}
      {query.article && <input type="hidden" name="article" value={query.article} />}
      <Button look="primary">{t("apply")}</Button>
      <SubmitOnChange />
    </form>
  );
}
