import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { PlainField } from "@/components/ui/plain-field";
import { PlainLink } from "@/components/ui/plain-link";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { DeskLink } from "./desk-link";

const links = [
  { href: "/", name: "claims" },
  { href: "/articles", name: "articles" },
  { href: "/corrections", name: "corrections" },
  { href: "/methodology", name: "methodology" },
] as const;

/** The not-found page, with a search and links. */
export default async function NotFound() {
  const [t, nav] = [await getTranslations("notFound"), await getTranslations("nav")];
  const locale = (await getLocale()) as LocaleId;
  return (
    <div className="grid max-w-2xl gap-5 py-8">
      <h1 className="font-serif text-2xl font-medium">{t("title")}</h1>
      <p>{t("text")}</p>
      <DeskLink labels={{ claims: t("claimAtDesk"), articles: t("articleAtDesk") }} locale={locale} />
      <form action={localPath("/", locale)} className="flex flex-wrap items-end gap-3">
        <div className="grow">
          <PlainField id="q" label={t("search")}>
            {(control) => <Input {...control} type="search" name="q" dir="auto" required />}
          </PlainField>
        </div>
        <Button variant="primary" className="min-h-11">
          {t("submit")}
        </Button>
      </form>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {links.map(({ href, name }) => (
          <li key={href}>
            <PlainLink href={href} className="inline-flex min-h-8 items-center">
              {nav(name)}
            </PlainLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
