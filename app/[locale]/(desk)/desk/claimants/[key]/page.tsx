import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreserveFocus } from "@/components/realtime/preserve-focus";
import { Section } from "@/components/ui/section";
import { getNamedEntity, listClaimsOfClaimant } from "@/lib/desk/claims/named-entities/queries";
import { getLatestSequence } from "@/lib/desk/realtime/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { deskContext } from "@/lib/next/desk-page";
import { Link } from "@/lib/next/navigation";
import { orNotFound } from "@/lib/next/not-found";
import { staffPage } from "../../../staff-page";
import { NamedHeader } from "../../_parts/named-header";
import { namedQuerySchema } from "../../_parts/named-query";
import { RenameForm } from "../../_parts/rename-form";
import { SplitForm } from "./_parts/split-form";
import { renameClaimantAction } from "./actions";

type PageProps = {
  params: Promise<{ locale: LocaleId; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's title. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("named"))("claimants.title") };
}

/** A claimant, to rename or to split. */
async function ClaimantPage({ params, searchParams }: PageProps) {
  const { locale, key } = await params;
  const path = `/desk/claimants/${key}`;
  const context = await deskContext(path, "claimant.manage");
  const { after } = namedQuerySchema.parse(await searchParams);
  const since = await getLatestSequence(context);
  const claimant = await orNotFound(getNamedEntity(context, "claimant", decodeURIComponent(key)));
  const { claims, next } = await listClaimsOfClaimant(context, claimant.id, after);
  const t = await getTranslations("named");
  return (
    <div className="grid max-w-4xl gap-10">
      <PreserveFocus renderKey={since} />
      <NamedHeader folder="claimants" named={claimant} />
      <Section id="rename" title={t("rename")}>
        <RenameForm named={claimant} folder="claimants" action={renameClaimantAction} />
      </Section>
      <Section id="split" title={t("split")}>
        {claims.length === 0 ? (
          <p>{t("noClaims")}</p>
        ) : (
          <SplitForm key={after} claimant={claimant.key} claims={claims} locale={locale} />
        )}
        {(after || next) && (
          <nav aria-label={t("claimPages")} className="flex gap-6 pt-5">
            {after && <Link href={path}>{t("latestClaims")}</Link>}
            {next && <Link href={{ pathname: path, query: { after: next } }}>{t("moreClaims")}</Link>}
          </nav>
        )}
      </Section>
    </div>
  );
}

export default staffPage(ClaimantPage);
