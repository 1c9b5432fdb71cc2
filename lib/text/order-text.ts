import { fold } from "./fold";

/** In code points. */
const ORDER_LENGTH = 80;

/** The folded beginning of a text: enough to order by, and no more than an index entry has room for. */
export function orderText(text: string): string {
  return [...fold(text)].slice(0, ORDER_LENGTH).join("");
}
