import type { DraftContent } from "./schema";

/** A draft on the server. `updatedAt` is an instant of the server's clock, ISO 8601. */
export type SavedDraft = { content: DraftContent; updatedAt: string };

/** A draft in the browser's storage. */
export type LocalDraft = {
  content: DraftContent;
  /** When it was typed, by the browser's clock, ISO 8601. */
  typedAt: string;
  /** The `updatedAt` of the server's draft that it is based on; null for none. */
  since: string | null;
  /** Whether it is saved on the server. */
  kept: boolean;
};

/** Parses a draft's name `draft:PERSON:KEY` into the person's id and the form's key. */
export function parseDraftName(draft: string): { person: string; key: string } {
  const [, person = "", ...key] = draft.split(":");
  return { person, key: key.join(":") };
}

/**
 * Which draft of a form to use: the local one or the server's; null for none, or if the server's was saved or
 * discarded elsewhere. `saved` is undefined if the server could not be reached. Clocks are compared only if
 * both drafts changed.
 */
export function findNewerDraft(
  local: LocalDraft | null,
  saved: SavedDraft | null | undefined,
): "local" | "saved" | null {
  if (saved === undefined) return local && "local";
  if (!saved) return local && !local.kept ? "local" : null;
  if (!local || local.kept) return "saved";
  return local.since === saved.updatedAt || local.typedAt > saved.updatedAt ? "local" : "saved";
}
