import { encodeUtf8 } from "@/lib/server/http/utf8";

const SHELL_PARAM = "frame-alone";

/** The URL of a page that makes Next render its shell alone, without the content. */
export function shellAddress(path: string): string {
  return `${path}?${SHELL_PARAM}=`;
}

/** Whether the query parameters of a page request its shell alone. */
export function isShellRequest(query: Record<string, unknown>): boolean {
  return SHELL_PARAM in query;
}

/** The placeholder of the content in a page shell. */
export const CONTENT_SLOT = "<!--content-->";

/** A rendered page without its content, as bytes: between two pieces goes the content or the query. */
export type PageShell = { pieces: Buffer[]; slots: Array<"content" | "query"> };

// The language links of a page end with its query. The payload of Next's script has its quotes escaped, so that it does
// not match.
const SLOTS = new RegExp(`${CONTENT_SLOT}|\\?${SHELL_PARAM}=(?=")`, "g");

/**
 * Parses a page rendered for {@link shellAddress} into its pieces and slots. Throws unless it has exactly one slot for the
 * content.
 */
export function parseShell(html: string): PageShell {
  const slots = [...html.matchAll(SLOTS)].map(([slot]) => (slot === CONTENT_SLOT ? "content" : "query"));
  const count = slots.filter((slot) => slot === "content").length;
  if (count !== 1) throw new Error(`A page shell must have one content slot, and this one has ${count}.`);
  return { pieces: html.split(SLOTS).map((piece) => Buffer.from(piece)), slots };
}

/** Returns the bytes of the page: the shell with its content (pieces of markup) and its query, which is escaped here. */
export function fillShell(
  { pieces, slots }: PageShell,
  content: readonly string[],
  query: URLSearchParams,
): Buffer {
  const contents = {
    content: encodeUtf8(content),
    query: Buffer.from(query.size > 0 ? `?${query.toString().replaceAll("&", "&amp;")}` : ""),
  };
  return Buffer.concat(
    pieces.flatMap((piece, n) => {
      const slot = slots[n];
      return slot ? [piece, contents[slot]] : [piece];
    }),
  );
}
