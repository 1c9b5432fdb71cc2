import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { keepDraft, removeDraft } from "@/lib/desk/drafts/commands";
import { listDrafts } from "@/lib/desk/drafts/queries";
import {
  draftInputSchema,
  draftQuerySchema,
  longestDraft,
  removedDraftSchema,
} from "@/lib/desk/drafts/schema";
import { requestContext } from "@/lib/next/context";
import { readQuery, route } from "@/lib/server/http/answers";
import { readJson } from "@/lib/server/http/read-json";
import { requireSameOrigin } from "@/lib/server/http/same-origin";

// For the desk's own pages; no part of the public API.
const headers = { "cache-control": "no-store" };

/** Who asks: on a page of this desk, and with the right to drafts, before anything else is read. */
async function readContext(request: Request): Promise<Context> {
  requireSameOrigin(request);
  const context = await requestContext();
  authorize(context, "draft.keep");
  return context;
}

/** The drafts that the page asks for, by key. */
export const GET = route(async (request) => {
  const context = await readContext(request);
  const drafts = await listDrafts(context, readQuery(request, draftQuerySchema));
  return Response.json({ drafts }, { headers });
});

/** Keeps a draft; answers when. */
export const PUT = route(async (request) => {
  const context = await readContext(request);
  // A character takes three bytes at most, written plainly; twice as many where it is escaped.
  const input = await readJson(request, draftInputSchema, longestDraft * 6);
  const updatedAt = await keepDraft(context, input);
  return Response.json({ updatedAt: updatedAt.toISOString() }, { headers });
});

/** Removes a draft of whom the page was made for. */
export const DELETE = route(async (request) => {
  const context = await readContext(request);
  await removeDraft(context, readQuery(request, removedDraftSchema));
  return new Response(null, { status: 204, headers });
});
