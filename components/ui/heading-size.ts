/** The size of a heading, as classes: the text of a claim may be as long as a page. `length` is in UTF-16 units. */
export function headingSize(length: number): string {
  if (length > 500) return "text-lg leading-normal";
  return length > 180 ? "text-xl leading-snug" : "text-2xl leading-tight";
}
