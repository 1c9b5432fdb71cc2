import { z } from "zod";
import { idField, requiredBlock } from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";

/** A comment on a claim. `parentId` is the comment that it replies to. */
export const newCommentSchema = z.object({
  claimId: idField,
  parentId: z
    .union([idField, z.literal("")])
    .nullish()
    .transform((id) => id || null),
  text: requiredBlock(limits.comment),
});
export type NewComment = z.infer<typeof newCommentSchema>;
