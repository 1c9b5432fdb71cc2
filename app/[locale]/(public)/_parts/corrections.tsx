import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Search } from "@/lib/public/search";

/** Which words of the claims were taken for words that no claim has. */
export async function Corrections({ corrections }: Pick<Search, "corrections">) {
  const t = await getTranslations("table");
  if (corrections.length === 0) return null;
  return (
    <Notice>
      {corrections.map(({ typed, meant }) => (
        <p key={typed}>
          {t.rich("corrected", { typed: () => <bdi>{typed}</bdi>, meant: () => <bdi>{meant}</bdi> })}
        </p>
      ))}
    </Notice>
  );
}
