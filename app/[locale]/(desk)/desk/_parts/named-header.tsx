import { getTranslations } from "next-intl/server";
import { KnownName } from "@/components/claim/known-name";
import type { Localized } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";

type NamedHeaderProps = {
  folder: "claimants" | "topics";
  named: { key: string; names: Localized; claims: number };
};

/** What a page of a claimant or topic begins with: all its names, its key, and how many claims it has. */
export async function NamedHeader({ folder, named: { key, names, claims } }: NamedHeaderProps) {
  const t = await getTranslations("named");
  return (
    <header className="grid gap-2">
      <p className="text-sm">
        <Link href={`/desk/${folder}`}>{t(`toList.${folder}`)}</Link>
      </p>
      <h1 className="font-serif text-2xl leading-tight font-medium">
        <KnownName names={names} />
      </h1>
      <p className="text-sm text-soft">
        {t("claims", { count: claims })} · {t.rich("address", { key: () => <bdi>{key}</bdi> })}
      </p>
    </header>
  );
}
