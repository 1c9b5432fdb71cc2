import { Notice } from "@/components/ui/notice";
import type { LocaleId } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** A word that no claim has, and the word of claims that it was taken for; folded. */
export type Correction = { typed: string; meant: string };

/** Which words of the claims were taken for words that no claim has. */
export function Corrections({ corrections, locale }: { corrections: Correction[]; locale: LocaleId }) {
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
