import { z } from "zod";
import { type Quote, quoteAt } from "@/lib/text/quote";

const selectionRangeSchema = z.object({
  start: z.coerce.number().int().nonnegative(),
  end: z.coerce.number().int().positive(),
});

/** A range of an article's text, in code points. */
export type SelectionRange = z.infer<typeof selectionRangeSchema>;

/** Returns the range in the query parameters `start` and `end`; null for none. */
export function readSelectionRange(params: Record<string, unknown>): SelectionRange | null {
  return selectionRangeSchema.safeParse(params).data ?? null;
}

/** Returns the quote in the range; null where the range is outside the text, or has no words. */
export function quoteInRange(text: string, { start, end }: SelectionRange): Quote | null {
  try {
    return quoteAt(text, start, end);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
