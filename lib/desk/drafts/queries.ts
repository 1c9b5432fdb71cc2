import type { Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import { authorizeOwner, oldestDraftTime } from "./commands";
import type { SavedDraft } from "./rules";
import { type DraftQuery, draftContentSchema } from "./schema";

/**
 * The actor's drafts of these forms, by key. Throws `forbidden` if the page was rendered for somebody else.
 */
export async function listDrafts(
  context: Context,
  { person, key: keys }: DraftQuery,
): Promise<Record<string, SavedDraft>> {
  const personId = authorizeOwner(context, person);
  const rows = await db().draft.findMany({
    where: { personId, key: { in: keys }, updatedAt: { gte: oldestDraftTime(context.now()) } },
  });
  return Object.fromEntries(
    rows.flatMap(({ key, values, updatedAt }) => {
      const content = draftContentSchema.safeParse(values).data;
      return content ? [[key, { content, updatedAt: updatedAt.toISOString() }]] : [];
    }),
  );
}
