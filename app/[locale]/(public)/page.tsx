import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DrawnTable } from "@/components/table/drawn-table";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import type { SearchParams } from "@/lib/pages/claim-table/address";
import { drawClaimTable } from "@/lib/pages/claim-table/content";
import { isFrame, PLACE } from "@/lib/pages/frame";
import { pageAlternates } from "@/lib/web/alternates";

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
