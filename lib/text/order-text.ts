import { fold } from "./fold";

/** The length of the text, in code points, that sorting uses. */
const ORDER_LENGTH = 80;

/** Returns the folded start of a text to sort by, short enough for an index entry. */
export function orderText(text: string): string {
  return [...fold(text)].slice(0, ORDER_LENGTH).join("");
}
