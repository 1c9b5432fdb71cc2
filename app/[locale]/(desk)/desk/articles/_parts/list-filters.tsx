import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { DeskArticleQuery } from "@/lib/desk/articles/schema";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { Link } from "@/lib/next/navigation";
import { listPath } from "./list-path";

type ListFiltersProps = { query: DeskArticleQuery; total: number; locale: LocaleId };

/** The filters of the list: search in title and publisher, and current or archived articles. */
export async function ListFilters({ query, total, locale }: ListFiltersProps) {
  const t = await getTranslations("deskArticles");
  return (
    <div className="grid gap-4">
      <SearchForm query={query} locale={locale} />
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 text-sm">
        <nav aria-label={t("which")} className="flex gap-5">
          <Choice query={query} archived={false} label={t("notArchived")} />
          <Choice query={query} archived={true} label={t("archived")} />
        </nav>
        <p className="text-soft">{t("total", { count: total })}</p>
      </div>
    </div>
  );
}

async function SearchForm({ query: { q, archived }, locale }: Omit<ListFiltersProps, "total">) {
  const t = await getTranslations("deskArticles");
  return (
    <Form
      action={localPath("/desk/articles", locale)}
      prefetch={false}
      role="search"
      aria-label={t("search")}
      className="flex max-w-2xl flex-wrap items-end gap-3"
    >
      <div className="min-w-0 flex-1 basis-64">
        <Field id="q" label={t("words")}>
          {(control) => <Input {...control} key={q} type="search" name="q" defaultValue={q} dir="auto" />}
        </Field>
      </div>
      {archived && <input type="hidden" name="archived" value="true" />}
      <Button>{t("find")}</Button>
    </Form>
  );
}

type ChoiceProps = { query: DeskArticleQuery; archived: boolean; label: string };

function Choice({ query: { q, archived: isArchivedShown = false }, archived, label }: ChoiceProps) {
  return (
    <Link
      href={listPath({ q, archived })}
      prefetch={false}
      aria-current={isArchivedShown === archived ? "page" : undefined}
      className="inline-flex min-h-8 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
    >
      {label}
    </Link>
  );
}
