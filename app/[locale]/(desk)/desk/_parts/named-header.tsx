import { getTranslations } from "next-intl/server";
import { MultilingualName } from "@/components/claim/multilingual-name";
import type { Localized } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";

type NamedHeaderProps = {
  folder: "claimants" | "topics";
  named: { key: string; names: Localized; claims: number };
};

/** The header of a claimant's or topic's page: its names, key and number of claims. */
export async function NamedHeader({ folder, named: { key, names, claims } }: NamedHeaderProps) {
  const t = await getTranslations("named");
  return (
    <header className="grid gap-2">
      <p className="text-sm">
        <Link href={`/desk/${folder}`}>{t(`toList.${folder}`)}</Link>
      </p>
      <h1 className="font-serif text-2xl leading-tight font-medium">
        <MultilingualName names={names} />
      </h1>
      <p className="text-sm text-soft">
        {t("claims", { count: claims })} · {t.rich("address", { key: () => <bdi>{key}</bdi> })}
      </p>
    </header>
  );
}
