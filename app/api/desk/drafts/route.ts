import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { removeDraft, saveDraft } from "@/lib/desk/drafts/commands";
import { listDrafts } from "@/lib/desk/drafts/queries";
import {
  draftInputSchema,
  draftQuerySchema,
  MAX_DRAFT_LENGTH,
  removedDraftSchema,
} from "@/lib/desk/drafts/schema";
import { requestContext } from "@/lib/next/context";
import { readJson } from "@/lib/server/http/read-json";
import { readQuery, route } from "@/lib/server/http/responses";
import { requireSameOrigin } from "@/lib/server/http/same-origin";

// For the desk's pages. Not part of the public API.
const headers = { "cache-control": "no-store" };

/** The context of a request from a page of this desk, with the permission `draft.save`. */
async function readContext(request: Request): Promise<Context> {
  requireSameOrigin(request);
  const context = await requestContext();
  authorize(context, "draft.save");
  return context;
}

/** The requested drafts, by key. */
export const GET = route(async (request) => {
  const context = await readContext(request);
  const drafts = await listDrafts(context, readQuery(request, draftQuerySchema));
  return Response.json({ drafts }, { headers });
});

/** Saves a draft. Returns the time of the save. */
export const PUT = route(async (request) => {
  const context = await readContext(request);
  // A UTF-16 unit takes at most three bytes in UTF-8, six if escaped.
  const input = await readJson(request, draftInputSchema, MAX_DRAFT_LENGTH * 6);
  const updatedAt = await saveDraft(context, input);
  return Response.json({ updatedAt: updatedAt.toISOString() }, { headers });
});

/** Deletes a draft. */
export const DELETE = route(async (request) => {
  const context = await readContext(request);
  await removeDraft(context, readQuery(request, removedDraftSchema));
  return new Response(null, { status: 204, headers });
});
