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
  return { title: (await getTranslations("named"))("topics.title") };
}

/** All topics of the desk. */
async function TopicsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  const context = await deskContext("/desk/topics", "claimant.manage");
  const query = namedQuerySchema.parse(await searchParams);
  const page = await searchNamedEntities(context, "topic", query);
  return <NamedList folder="topics" locale={locale} {...query} page={page} />;
}

export default staffPage(TopicsPage);
