import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { renderClaimTable } from "@/components/claim-table/content";
import { RenderedTable } from "@/components/claim-table/rendered-table";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { pageAlternates } from "@/lib/next/alternates";
import { readClaimTable } from "@/lib/server/claim-table";
import { isFrame, PLACE } from "@/lib/server/page-shell";
import type { SearchParams } from "@/lib/server/table-query";

type PageProps = { params: Promise<{ locale: LocaleId }>; searchParams: Promise<SearchParams> };

/** The canonical table has no filters. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { alternates: pageAlternates("/", (await params).locale) };
}

/** The claim table; or what stands around it, for the program that listens to fill in. */
export default async function ClaimTablePage({ params, searchParams }: PageProps) {
  const [{ locale }, query] = [await params, await searchParams];
  if (!isLocaleId(locale)) notFound();
  if (isFrame(query)) return <RenderedTable markup={PLACE} />;
  const markup = await renderClaimTable(await readClaimTable(locale, query), locale);
  return <RenderedTable markup={markup.join("")} />;
}
