import { fold } from "./fold";
import { figuresIn } from "./whole-words";

/** Whether two texts have the same words: they fold to the same, and their numbers are the same with their signs. */
export function isSameWords(a: string, b: string): boolean {
  return comparableWords(a) === comparableWords(b);
}

/** What counts of words when they are compared: letters and digits folded, and the numbers with signs and separators. */
export function comparableWords(words: string): string {
  return [fold(withPlainMinus(words)), ...figuresIn(words)].join(" ");
}

/** The minus sign U+2212 as the hyphen that most people type. Both are one UTF-16 unit. */
export function withPlainMinus(text: string): string {
  return text.replaceAll("\u2212", "-");
}
