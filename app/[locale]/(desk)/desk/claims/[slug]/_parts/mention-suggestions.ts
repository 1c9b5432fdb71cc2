import { fold } from "@/lib/text/fold";

type Person = { name: string; handle: string };

/** Who can be meant by what is typed, and where it begins in the text (UTF-16 units), at its @. */
export type Suggestions = { start: number; people: Person[] };

const MOST = 6;
// An @ that is not inside of an email address, and no more than two words after it.
const TYPED = /(?<![\p{Script=Latin}\p{N}._%+-])@(\S{0,40}(?: \S{0,40})?)$/u;

/** Those whose name has a word that begins with what is typed before `at`; null where nobody is being mentioned. */
export function suggest(text: string, at: number, people: Person[]): Suggestions | null {
  const typed = TYPED.exec(text.slice(0, at));
  if (!typed) return null;
  const wanted = fold(typed[1] ?? "");
  const fitting = people.filter(({ name, handle }) =>
    [name, handle].some((word) => ` ${fold(word)}`.includes(` ${wanted}`)),
  );
  const done = fitting.some(({ handle }) => typed[1] === `${handle} ` || typed[1] === handle);
  return fitting.length > 0 && !done ? { start: typed.index, people: fitting.slice(0, MOST) } : null;
}
