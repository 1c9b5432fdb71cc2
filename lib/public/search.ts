import { parseSearch, type Term } from "@/lib/search/parse";
import { fieldTokens } from "@/lib/search/tokens";
import { fold } from "@/lib/text/fold";
import { type Status, statuses } from "@/lib/verdicts/schema";
import type { Parameters } from "./parameters";

/** The statuses by the words that readers of Arabic see for them; in English they are found by their own names. */
const ARABIC_STATUSES: Record<Status, string> = {
  unchecked: "لم يُفحص بعد",
  in_review: "قيد المراجعة",
  verified: "مؤكَّد",
  needs_context: "ينقصه السياق",
  disputed: "محل خلاف",
  false: "غير صحيح",
  unproven: "غير مثبت",
  retracted: "مسحوب",
};

/** What was typed into the search box as SQL conditions on `public_claim AS c`, to be joined by AND; see `parseSearch`. */
export function searchConditions(typed: string, parameters: Parameters): string[] {
  const groups = parseSearch(typed);
  // Something was asked for, but nothing that can be found: punctuation, say.
  if (groups.length === 0) return ["false"];
  return groups.map((terms) => anyOf(terms.map((term) => conditionOf(term, parameters))));
}

function conditionOf(term: Term, parameters: Parameters): string {
  const condition = wanted(term, parameters);
  return term.excluded ? `NOT (${condition})` : condition;
}

function wanted(term: Term, parameters: Parameters): string {
  if (term.kind === "word") return contains("%", term.text, "%", parameters);
  if (term.kind === "phrase") return wholeWords(term.text, parameters);
  if (term.kind === "field") return fieldCondition(term.field, term.words, parameters);
  const exact = hasTokens([term.token], parameters);
  // A bare number may stand inside a name (F-35); one with a unit is a quantity or nothing.
  if (!/^[\d.,]+$/.test(term.text)) return exact;
  return anyOf([exact, contains("%", term.text, "%", parameters)]);
}

/** The folded text has one space between words, and none at its ends. */
function wholeWords(text: string, parameters: Parameters): string {
  return anyOf([
    contains("% ", text, " %", parameters),
    contains("", text, " %", parameters),
    contains("% ", text, "", parameters),
  ]);
}

function fieldCondition(field: string, words: string[], parameters: Parameters): string {
  if (field === "status") return `c.status = ANY (${parameters.add(statusesOf(words.join(" ")))}::text[])`;
  return hasTokens(fieldTokens(field, words), parameters);
}

function contains(before: string, text: string, after: string, parameters: Parameters): string {
  return `c.search_text LIKE ${parameters.add(before + text.replace(/[\\%_]/g, "\\$&") + after)}`;
}

function hasTokens(tokens: string[], parameters: Parameters): string {
  return `c.search_tokens @> ${parameters.add(tokens)}::text[]`;
}

function anyOf(conditions: string[]): string {
  return conditions.length === 1 ? conditions.join() : `(${conditions.join(" OR ")})`;
}

/** All statuses that begin with what was typed, in either language: `needs`, `false`, `محل`. */
function statusesOf(typed: string): Status[] {
  return statuses.filter((status) =>
    [status, ARABIC_STATUSES[status]].some((name) => fold(name.replaceAll("_", " ")).startsWith(typed)),
  );
}
