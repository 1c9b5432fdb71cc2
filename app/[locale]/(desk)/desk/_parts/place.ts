import { z } from "zod";
import { type Quote, quoteAt } from "@/lib/text/quote";

const placeSchema = z.object({
  start: z.coerce.number().int().nonnegative(),
  end: z.coerce.number().int().positive(),
});

/** A place in an article's text, in code points. */
export type Place = z.infer<typeof placeSchema>;

/** The place in the article's text that the address names, in code points; null for none. */
export function readPlace(params: Record<string, unknown>): Place | null {
  return placeSchema.safeParse(params).data ?? null;
}

/** The words at the place; null where it is not in the text (any more), or has no words. */
export function selectedQuote(text: string, { start, end }: Place): Quote | null {
  try {
    return quoteAt(text, start, end);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
