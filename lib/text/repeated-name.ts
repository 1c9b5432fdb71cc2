/**
 * The first name that stands twice in one object of a JSON text; null where none does. Parsers take the first, the last or
 * none of the two values (RFC 8259, 4), so that such a text says different things to different readers; canonical JSON
 * excludes it (RFC 8785, 3.1). The text must be valid JSON.
 */
export function repeatedName(json: string): string | null {
  /** The names of each open object; null for an array. */
  const open: Array<Set<string> | null> = [];
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === "{") open.push(new Set());
    else if (character === "[") open.push(null);
    else if (character === "}" || character === "]") open.pop();
    if (character !== '"') continue;
    const end = endOfString(json, at);
    const names = open.at(-1);
    if (names && isBeforeColon(json, end)) {
      const name: string = JSON.parse(json.slice(at, end));
      if (names.has(name)) return name;
      names.add(name);
    }
    at = end - 1;
  }
  return null;
}

/** The index behind the quotation mark that ends the string beginning at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isBeforeColon(json: string, from: number): boolean {
  let at = from;
  while (" \t\n\r".includes(json.charAt(at)) && at < json.length) at++;
  return json[at] === ":";
}
