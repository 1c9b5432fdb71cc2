import { fold } from "@/lib/text/fold";

type Person = { name: string; handle: string };

/** The people who match a typed mention, and the offset of its @ in the text (UTF-16 units). */
export type MentionSuggestions = { start: number; people: Person[] };

const MAX_SUGGESTIONS = 6;
// An @ outside of email addresses, followed by at most two words.
const MENTION = /(?<![\p{Script=Latin}\p{N}._%+-])@(\S{0,40}(?: \S{0,40})?)$/u;

/** Returns people with a word in their name that starts with the mention before `offset`; null for none. */
export function suggestMentions(text: string, offset: number, people: Person[]): MentionSuggestions | null {
  const mention = MENTION.exec(text.slice(0, offset));
  if (!mention) return null;
  const prefix = fold(mention[1] ?? "");
  const matches = people.filter(({ name, handle }) =>
    [name, handle].some((word) => ` ${fold(word)}`.includes(` ${prefix}`)),
  );
  const isComplete = matches.some(({ handle }) => mention[1] === `${handle} ` || mention[1] === handle);
  if (matches.length === 0 || isComplete) return null;
  return { start: mention.index, people: matches.slice(0, MAX_SUGGESTIONS) };
}
