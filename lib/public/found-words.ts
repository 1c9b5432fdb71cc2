import { parseSearch } from "@/lib/search/parse";
import { fold } from "@/lib/text/fold";

/** The folded words of the texts that the words typed into the search box find: those that begin with one of them. */
export async function foundWords(typed: string, texts: string[]): Promise<ReadonlySet<string>> {
  const wanted = parseSearch(typed)
    .flat()
    .flatMap((term) => (term.kind === "word" && !term.excluded ? [term.text] : []));
  if (wanted.length === 0) return new Set();
  const words = new Set(texts.flatMap((text) => fold(text).split(" ")));
  return new Set([...words].filter((word) => wanted.some((beginning) => word.startsWith(beginning))));
}
