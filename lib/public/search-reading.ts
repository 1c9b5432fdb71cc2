import { prepared } from "@/lib/db/prepared";
import { parseSearch, plainSearch, type SearchField, type SearchQuery, type Term } from "@/lib/search/parse";
import { fieldTokens } from "@/lib/search/tokens";
import { orderText } from "./order-text";
import { isPlain } from "./search-terms";
import { isClaimSql } from "./search-words";
import { statusesNamed } from "./status-names";

/**
 * What was typed, parsed: a field is one where some claim has the value, and a text that is a claim's own is nothing but
 * words, whatever signs stand in it.
 */
export async function readSearch(typed: string): Promise<SearchQuery> {
  const query = parseSearch(typed);
  const signs = query.flat().filter((term) => !isPlain(term));
  if (
    signs.length === 0 &&
    query.every((group) => group.filter(({ alternative }) => !alternative).length === 1)
  )
    return query;
  const [row] = await prepared<{ found: boolean }>(`SELECT ${isClaimSql("$1")} AS found`, [orderText(typed)]);
  if (row?.found) return plainSearch(typed);
  const unquoted = signs.filter((term) => term.kind === "field" && !term.quoted && !term.excluded);
  if (unquoted.length === 0) return query;
  const known = new Set<string>();
  for (const { field, words } of unquoted as Array<Term & { kind: "field" }>)
    if (await isValue(field, words)) known.add(keyOf(field, words));
  return parseSearch(typed, (field, words) => known.has(keyOf(field, words)));
}

/** Whether some claim has the words as the field's value. */
async function isValue(field: SearchField, words: string[]): Promise<boolean> {
  if (words.length === 0) return false;
  if (field === "status") return statusesNamed(words.join(" ")).length > 0;
  const [row] = await prepared<{ found: boolean }>("SELECT search_has_tokens($1) AS found", [
    fieldTokens(field, words),
  ]);
  return row?.found ?? false;
}

const keyOf = (field: SearchField, words: string[]) => [field, ...words].join(" ");
