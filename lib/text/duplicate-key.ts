/**
 * Returns the first key that occurs twice in one object of a valid JSON text; null if none does. Parsers
 * disagree about the value of such a key (RFC 8259, 4), and canonical JSON forbids it (RFC 8785, 3.1).
 */
export function findDuplicateKey(json: string): string | null {
  /** The keys of each open object; null for an array. */
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

/** Returns the index after the closing quotation mark of the string at `start`. */
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
