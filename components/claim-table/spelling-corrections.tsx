import { Notice } from "@/components/ui/notice";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SpellingCorrection } from "@/lib/public/projection/document";

/** Says which words were searched for instead of words that no claim contains. */
export function SpellingCorrections({
  corrections,
  locale,
}: {
  corrections: SpellingCorrection[];
  locale: LocaleId;
}) {
  const t = translator(locale, "table");
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
