import { getTranslations } from "next-intl/server";
import { FoundText } from "@/components/ui/found-text";
import type { Elsewhere } from "@/lib/public/found-elsewhere";

/** Where a search found a claim whose row shows nothing of it: the part of the claim, and the words there. */
export async function FoundElsewhere({ place, ...found }: Elsewhere) {
  const t = await getTranslations("table");
  return (
    <p className="mt-1.5 text-sm text-soft">
      {t(`found.${place}`)} <FoundText {...found} />
    </p>
  );
}
