const MOST_CHARACTERS = 160;

/** A text on one line of a page: of a longer one, its first and its last words, cut at code points. */
export function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= MOST_CHARACTERS) return text;
  const half = MOST_CHARACTERS / 2;
  return `${characters.slice(0, half).join("")} … ${characters.slice(-half).join("")}`;
}
