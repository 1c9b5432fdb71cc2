import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { MultilingualName } from "@/components/claim/multilingual-name";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ForeignText } from "@/components/ui/foreign-text";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import type { NamedEntityPage } from "@/lib/desk/claims/named-entities/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { Link } from "@/lib/next/navigation";

type NamedListProps = {
  folder: "claimants" | "topics";
  locale: LocaleId;
  /** The search, and the key after which the page starts. */
  q: string;
  after: string;
  page: NamedEntityPage;
};

/** The desk's claimants or topics, with a search. */
export async function NamedList({ folder, locale, q, after, page: { lines, total, next } }: NamedListProps) {
  const t = await getTranslations("named");
  const path = `/desk/${folder}`;
  const query = q ? { q } : {};
  return (
    <>
      <PageHeader title={t(`${folder}.title`)} intro={t(`${folder}.intro`)} />
      <Form action={localPath(path, locale)} prefetch={false} className="mb-6 flex max-w-xl items-end gap-3">
        <div className="grid grow gap-1.5">
          <label htmlFor="q" className="text-sm font-semibold">
            {t(`${folder}.find`)}
          </label>
          <Input key={q} id="q" name="q" type="search" dir="auto" defaultValue={q} autoComplete="off" />
        </div>
        <Button variant="secondary">{t("search")}</Button>
      </Form>
      {lines.length === 0 ? (
        <EmptyState title={t(`${folder}.empty`)} />
      ) : (
        <>
          <p className="mb-2 text-sm text-soft">{t(q ? "found" : "all", { count: total })}</p>
          <ul className="grid border-t border-rule-strong">
            {lines.map(({ key, names, claims, example }) => (
              <li key={key} className="grid gap-1 border-b border-rule py-3">
                <Link href={`${path}/${encodeURIComponent(key)}`} prefetch={false} className="font-semibold">
                  <MultilingualName names={names} />
                </Link>
                <p className="text-sm text-soft">
                  {t("claims", { count: claims })}
                  {example && (
                    <>
                      {" · "}
                      <ForeignText language={example.language}>{example.text}</ForeignText>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {(after || next) && (
        <nav aria-label={t(`${folder}.pages`)} className="flex gap-6 pt-5">
          {after && <Link href={{ pathname: path, query }}>{t("first")}</Link>}
          {next && (
            <Link href={{ pathname: path, query: { ...query, after: next } }}>{t(`${folder}.more`)}</Link>
          )}
        </nav>
      )}
    </>
  );
}
