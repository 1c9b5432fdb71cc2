import { z } from "zod";
import { normalizeText } from "@/lib/text/normalize";

/** A comment on a claim. `parentId` is the comment that it answers. */
export const newCommentSchema = z.object({
  claimId: z.string().min(1),
  parentId: z
    .string()
    .nullish()
    .transform((id) => id || null),
  text: z.string().transform(normalizeText).pipe(z.string().min(1, "required").max(10_000, "too_long")),
});
export type NewComment = z.infer<typeof newCommentSchema>;
