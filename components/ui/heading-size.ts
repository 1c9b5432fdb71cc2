/** Returns the size classes of a heading by its length in UTF-16 units: a claim may be as long as a page. */
export function headingSize(length: number): string {
  if (length > 500) return "text-lg leading-normal";
  return length > 180 ? "text-xl leading-snug" : "text-2xl leading-tight";
}
