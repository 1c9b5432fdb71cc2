import { FoundText } from "@/components/ui/found-text";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Elsewhere } from "@/lib/public/projection/document";

/** Where a search found a claim whose row shows nothing of it: the part of the claim, and the words there. */
export function FoundElsewhere({ place, locale, ...found }: Elsewhere & { locale: LocaleId }) {
  return (
    <p className="mt-1.5 text-sm text-soft">
      {translator(locale, "table")(`found.${place}`)} <FoundText {...found} />
    </p>
  );
}
