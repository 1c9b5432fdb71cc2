import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { renderClaimTable } from "@/components/claim-table/render-claim-table";
import { RenderedTable } from "@/components/claim-table/rendered-table";
import { isLocaleId, type LocaleId } from "@/lib/i18n/locales";
import { pageAlternates } from "@/lib/next/alternates";
import { readClaimTable } from "@/lib/server/claim-table";
import { CONTENT_SLOT, isShellRequest } from "@/lib/server/page-shell";
import type { SearchParams } from "@/lib/server/table-query";

type PageProps = { params: Promise<{ locale: LocaleId }>; searchParams: Promise<SearchParams> };

/** The canonical URL has no filters. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { alternates: pageAlternates("/", (await params).locale) };
}

/** The claim table; or with a placeholder instead of it, the page shell that the app server fills in. */
export default async function ClaimTablePage({ params, searchParams }: PageProps) {
  const [{ locale }, query] = [await params, await searchParams];
  if (!isLocaleId(locale)) notFound();
  if (isShellRequest(query)) return <RenderedTable markup={CONTENT_SLOT} />;
  const markup = await renderClaimTable(await readClaimTable(locale, query), locale);
  return <RenderedTable markup={markup.join("")} />;
}
