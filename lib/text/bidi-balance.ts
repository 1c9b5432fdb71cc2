const CONTROL = /[\u202A-\u202E\u2066-\u2069]/;
const [PDF, PDI] = ["\u202C", "\u2069"];
const OVERRIDES = "\u202D\u202E";
const EMBEDDINGS = `\u202A\u202B${OVERRIDES}`;
const ISOLATES = "\u2066\u2067\u2068";

/**
 * A line whose bidi embeddings and isolates (U+202A, U+202B, U+2066 to U+2068) end where it ends, as UAX #9 ends them: so
 * that they change nothing of what stands around the text. Closers without an opener go. Overrides (U+202D, U+202E), which
 * show letters in another order than they are read, go with their ends. Idempotent.
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

/** The closers of what is open, the outermost first; "" for an override's, whose end is left out with it. */
class OpenControls {
  private closers: string[] = [];
  private isolates = 0;

  push(closer: string): void {
    this.closers.push(closer);
    if (closer === PDI) this.isolates++;
  }

  /** What a PDF stands for here: it ends no embedding around an isolate (UAX #9, X7). */
  closeEmbedding(): string {
    return this.closers.at(-1) === PDI ? "" : (this.closers.pop() ?? "");
  }

  /** What a PDI stands for here: it ends the embeddings within its isolate, too. */
  closeIsolate(): string {
    if (this.isolates === 0) return "";
    this.isolates--;
    return this.closers.splice(this.closers.lastIndexOf(PDI)).reverse().join("");
  }

  closeAll(): string {
    return this.closers.reverse().join("");
  }
}
