import type { DraftContent } from "./schema";

/** A draft as the server keeps it; `updatedAt` is an instant of the server's clock, ISO 8601. */
export type KeptDraft = { content: DraftContent; updatedAt: string };

/** A draft as a browser keeps it. */
export type LocalDraft = {
  content: DraftContent;
  /** When it was typed, by the browser's clock, ISO 8601. */
  typedAt: string;
  /** The server's draft that this browser knew last, by its `updatedAt`; null for none. */
  since: string | null;
  /** Whether the server has what stands here. */
  kept: boolean;
};

/** The two parts of a draft's name `draft:PERSON:KEY`: whose it is, and the form's key. */
export function draftName(draft: string): { person: string; key: string } {
  const [, person = "", ...key] = draft.split(":");
  return { person, key: key.join(":") };
}

/**
 * Which of two drafts of one form is newer; null where there is none, or where the one that the server had was saved
 * or thrown away elsewhere. `kept` is undefined where the server could not be asked. Clocks are held against each
 * other only where both sides went on from the same draft.
 */
export function newerDraft(
  local: LocalDraft | null,
  kept: KeptDraft | null | undefined,
): "local" | "kept" | null {
  if (kept === undefined) return local && "local";
  if (!kept) return local && !local.kept ? "local" : null;
  if (!local || local.kept) return "kept";
  return local.since === kept.updatedAt || local.typedAt > kept.updatedAt ? "local" : "kept";
}
