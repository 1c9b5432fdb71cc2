const CONTROL = /[\u202A-\u202E\u2066-\u2069]/;
const [PDF, PDI] = ["\u202C", "\u2069"];
const OVERRIDES = "\u202D\u202E";
const EMBEDDINGS = `\u202A\u202B${OVERRIDES}`;
const ISOLATES = "\u2066\u2067\u2068";

/**
 * Returns the line with its open bidi embeddings and isolates (U+202A, U+202B, U+2066 to U+2068) closed at
 * its end, as UAX #9 does, so that they do not affect the text around it. Unmatched closers and overrides
 * (U+202D, U+202E), which reorder letters, are removed. Idempotent.
 */
export function balanceBidi(line: string): string {
  if (!CONTROL.test(line)) return line;
  const open = new OpenControls();
  let balanced = "";
  for (const character of line) {
    if (EMBEDDINGS.includes(character)) open.push(OVERRIDES.includes(character) ? "" : PDF);
    else if (ISOLATES.includes(character)) open.push(PDI);
    if (character === PDF) balanced += open.closeEmbedding();
    else if (character === PDI) balanced += open.closeIsolate();
    else if (!OVERRIDES.includes(character)) balanced += character;
  }
  return balanced + open.closeAll();
}

/** The closers of the open controls, outermost first; "" for an override, whose closer is removed too. */
class OpenControls {
  private closers: string[] = [];
  private isolates = 0;

  push(closer: string): void {
    this.closers.push(closer);
    if (closer === PDI) this.isolates++;
  }

  /** Returns the replacement of a PDF: it does not end an embedding around an isolate (UAX #9, X7). */
  closeEmbedding(): string {
    return this.closers.at(-1) === PDI ? "" : (this.closers.pop() ?? "");
  }

  /** Returns the replacement of a PDI: it ends the embeddings within its isolate too. */
  closeIsolate(): string {
    if (this.isolates === 0) return "";
    this.isolates--;
    return this.closers.splice(this.closers.lastIndexOf(PDI)).reverse().join("");
  }

  closeAll(): string {
    return this.closers.reverse().join("");
  }
}
