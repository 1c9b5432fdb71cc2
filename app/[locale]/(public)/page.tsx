import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "@/components/claim-table/address";
import { drawClaimTable } from "@/components/claim-table/content";
import { DrawnTable } from "@/components/claim-table/drawn-table";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { pageAlternates } from "@/lib/next/alternates";
import { isFrame, PLACE } from "@/lib/server/page-shell";

type PageProps = { params: Promise<{ locale: LocaleId }>; searchParams: Promise<SearchParams> };

/** The canonical table has no filters. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { alternates: pageAlternates("/", (await params).locale) };
}

/** The claim table; or what stands around it, for the program that listens to fill in. */
export default async function ClaimTablePage({ params, searchParams }: PageProps) {
  const [{ locale }, query] = [await params, await searchParams];
  if (!isLocaleId(locale)) notFound();
  if (isFrame(query)) return <DrawnTable markup={PLACE} />;
  const { markup } = await drawClaimTable(locale, query);
  return <DrawnTable markup={markup.join("")} />;
}
