/** The longest text that stays whole, in code points. */
const MAX_LENGTH = 160;

/** Returns the text; a longer one with an ellipsis in its middle, cut at code points. */
export function truncateMiddle(text: string): string {
  const characters = [...text];
  if (characters.length <= MAX_LENGTH) return text;
  const half = MAX_LENGTH / 2;
  return `${characters.slice(0, half).join("")} … ${characters.slice(-half).join("")}`;
}
