import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { searchNamedEntities } from "@/lib/desk/claims/named-entities/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { staffPage } from "../../staff-page";
import { NamedList } from "../_parts/named-list";
import { namedQuerySchema } from "../_parts/named-query";

type PageProps = {
  params: Promise<{ locale: LocaleId }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("named"))("claimants.title") };
}

/** All claimants of the desk. */
async function ClaimantsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  const context = await deskContext("/desk/claimants", "claimant.manage");
  const query = namedQuerySchema.parse(await searchParams);
  const page = await searchNamedEntities(context, "claimant", query);
  return <NamedList folder="claimants" locale={locale} {...query} page={page} />;
}

export default staffPage(ClaimantsPage);
