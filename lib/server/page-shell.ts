import { utf8Of } from "@/lib/server/http/utf8";

const NAME = "frame-alone";

/** The address at which Next is asked for what stands around a page's content. */
export function frameAddress(path: string): string {
  return `${path}?${NAME}=`;
}

/** Whether a page is asked for what stands around its content. */
export function isFrame(query: Record<string, unknown>): boolean {
  return NAME in query;
}

/** Where the content belongs in a frame. */
export const PLACE = "<!--content-->";

/** What stands around every content of a page, as it is sent: between two pieces stands the content, or the query. */
export type Frame = { pieces: Buffer[]; slots: Array<"content" | "query"> };

// A link to the page itself in another language ends with the page's query. What Next tells its own script has its
// quotes escaped, and stays as it is.
const SLOTS = new RegExp(`${PLACE}|\\?${NAME}=(?=")`, "g");

/**
 * Cuts a page that was drawn for {@link frameAddress} at the places where its content and its query belong. Throws
 * where the content has no place, or more than one.
 */
export function cutFrame(html: string): Frame {
  const slots = [...html.matchAll(SLOTS)].map(([slot]) => (slot === PLACE ? "content" : "query"));
  const places = slots.filter((slot) => slot === "content").length;
  if (places !== 1) throw new Error(`A frame has one place for its content, and this one has ${places}.`);
  return { pieces: html.split(SLOTS).map((piece) => Buffer.from(piece)), slots };
}

/** The page with its content, as pieces of markup, and its query, which is escaped here. */
export function fillFrame(
  { pieces, slots }: Frame,
  content: readonly string[],
  query: URLSearchParams,
): Buffer {
  const fillings = {
    content: utf8Of(content),
    query: Buffer.from(query.size > 0 ? `?${query.toString().replaceAll("&", "&amp;")}` : ""),
  };
  return Buffer.concat(
    pieces.flatMap((piece, n) => {
      const slot = slots[n];
      return slot ? [piece, fillings[slot]] : [piece];
    }),
  );
}
