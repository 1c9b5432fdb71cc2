import type { LocaleId } from "@/lib/i18n/locales";
import { highlight, type Sought, soughtOf } from "@/lib/search/highlight";
import type { TextRange } from "@/lib/text/ranges";
import { type Elsewhere, findElsewhere, hiddenTexts } from "./found-elsewhere";
import { type RowTexts, rowTexts } from "./row-texts";
import type { PublicClaim } from "./schema";
import { type Search, wordsOf } from "./search";

/** What a search found in a row of the table: ranges of the texts it shows, or where else where they show nothing. */
export type FoundInRow = Record<keyof RowTexts, TextRange[]> & { elsewhere: Elsewhere | null };

/** What a search found in each of the rows, in their order. Texts that no row shows are read where a row shows nothing. */
export function foundInRows(search: Search, rows: readonly PublicClaim[], locale: LocaleId): FoundInRow[] {
  const sought = soughtOf(search.query, wordsOf(search));
  return rows.map((row) => {
    const found = inRow(rowTexts(row, locale), sought);
    const shows = found.claim.length + found.claimant.length + found.publisher.length > 0;
    return shows ? found : { ...found, elsewhere: findElsewhere(hiddenTexts(row, locale), sought) };
  });
}

function inRow({ claim, claimant, publisher }: RowTexts, sought: Sought): FoundInRow {
  return {
    claim: highlight(claim.text, sought),
    claimant: claimant ? highlight(claimant.text, sought, "claimant") : [],
    publisher: publisher ? highlight(publisher.text, sought, "publisher") : [],
    elsewhere: null,
  };
}
