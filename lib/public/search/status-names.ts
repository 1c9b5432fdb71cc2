import { fold } from "@/lib/text/fold";
import { type Status, statuses } from "@/lib/verdicts/schema";

/** The statuses by the words that readers of Arabic see for them; in English they are found by their own names. */
const ARABIC: Record<Status, string> = {
  unchecked: "لم يُفحص بعد",
  in_review: "قيد المراجعة",
  verified: "مؤكَّد",
  needs_context: "ينقصه السياق",
  disputed: "محل خلاف",
  false: "غير صحيح",
  unproven: "غير مثبت",
  retracted: "مسحوب",
};

/** All statuses that begin with what was typed, folded, in either language: `needs`, `false`, `محل`. */
export function statusesNamed(typed: string): Status[] {
  return statuses.filter((status) =>
    [status, ARABIC[status]].some((name) => fold(name.replaceAll("_", " ")).startsWith(typed)),
  );
}
