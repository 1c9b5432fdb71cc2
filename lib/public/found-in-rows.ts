import type { LocaleId } from "@/lib/i18n/locales";
import { highlight, type Sought, soughtOf } from "@/lib/search/highlight";
import type { TextRange } from "@/lib/text/ranges";
import { type Elsewhere, findElsewhere, hiddenTexts } from "./found-elsewhere";
import { foundWords } from "./found-words";
import { type RowTexts, rowTexts } from "./row-texts";
import type { PublicClaim } from "./schema";

/** What a search found in a row of the table: ranges of the texts it shows, or where else where they show nothing. */
export type FoundInRow = Record<keyof RowTexts, TextRange[]> & { elsewhere: Elsewhere | null };

/** What was found in each of the rows, in their order. Texts that no row shows are read for rows that show nothing. */
export async function foundInRows(
  typed: string,
  rows: readonly PublicClaim[],
  locale: LocaleId,
): Promise<FoundInRow[]> {
  const shown = rows.map((row) => rowTexts(row, locale));
  const inShown = soughtOf(typed, await foundWords(typed, shown.flatMap(textsOf)));
  const found = shown.map((texts) => inRow(texts, inShown));
  const hidden = found.map(({ claim, claimant, publisher }, i) =>
    claim.length + claimant.length + publisher.length > 0 ? [] : hiddenTexts(rows[i] as PublicClaim, locale),
  );
  const others = hidden.flat().map(({ text }) => text);
  if (others.length === 0) return found;
  const inHidden = soughtOf(typed, await foundWords(typed, others));
  return found.map((row, i) => ({ ...row, elsewhere: findElsewhere(hidden[i] ?? [], inHidden) }));
}

function inRow({ claim, claimant, publisher }: RowTexts, sought: Sought): FoundInRow {
  return {
    claim: highlight(claim.text, sought),
    claimant: highlight(claimant.text, sought, "claimant"),
    publisher: publisher ? highlight(publisher.text, sought, "publisher") : [],
    elsewhere: null,
  };
}

function textsOf({ claim, claimant, publisher }: RowTexts): string[] {
  return [claim, claimant, publisher].flatMap((shown) => (shown ? [shown.text] : []));
}
