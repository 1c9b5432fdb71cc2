import { HighlightedText } from "@/components/ui/highlighted-text";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { HiddenMatch } from "@/lib/public/projection/document";

/** A search match that the row's texts do not show: the part of the claim, and its text with the match. */
export function HiddenMatchText({ place, locale, ...snippet }: HiddenMatch & { locale: LocaleId }) {
  return (
    <p className="mt-1.5 text-sm text-soft">
      {translator(locale, "table")(`found.${place}`)} <HighlightedText {...snippet} />
    </p>
  );
}
