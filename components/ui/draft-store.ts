import { findNewerDraft, type LocalDraft, parseDraftName, type SavedDraft } from "@/lib/desk/drafts/rules";
import type { DraftContent } from "@/lib/desk/drafts/schema";

/** Why a draft could not be saved on the server. */
export type UnsavedReason = "offline" | "signedOut" | "tooLong";

const ENDPOINT = "/api/desk/drafts";

/** Returns the draft in this browser; null for none. */
export function readLocalDraft(draft: string): LocalDraft | null {
  try {
    const stored = JSON.parse(localStorage.getItem(draft) ?? "null");
    return stored?.content ? stored : null;
  } catch {
    return null;
  }
}

/** Stores the draft in this browser, unless its storage is full. */
export function writeLocalDraft(draft: string, local: LocalDraft): void {
  try {
    localStorage.setItem(draft, JSON.stringify(local));
  } catch {
    // The storage is full; the server still saves the draft.
  }
}

/** Removes the draft from this browser. */
export function removeLocalDraft(draft: string): void {
  localStorage.removeItem(draft);
}

/** Returns the names of this person's drafts in this browser. */
export function listLocalDrafts(person: string): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(`draft:${person}:`));
}

/** Saves a draft on the server. Returns when it was saved (ISO 8601), or why it was not. */
export async function sendDraft(
  draft: string,
  content: DraftContent,
  keepalive: boolean,
): Promise<{ updatedAt: string } | { unsaved: UnsavedReason }> {
  try {
    const response = await fetch(ENDPOINT, {
      method: "PUT",
      keepalive,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...parseDraftName(draft), content }),
    });
    if (response.ok) return await response.json();
    if (response.status === 401 || response.status === 403) return { unsaved: "signedOut" };
    return { unsaved: response.status === 400 ? "tooLong" : "offline" };
  } catch {
    return { unsaved: "offline" };
  }
}

/** Deletes the draft from the server; without a connection it expires there. */
export async function deleteServerDraft(draft: string): Promise<void> {
  const query = new URLSearchParams(parseDraftName(draft));
  await fetch(`${ENDPOINT}?${query}`, { method: "DELETE", keepalive: true }).catch(() => {});
}

type Lookup = { draft: string; resolve: (stored: SavedDraft | null | undefined) => void };
let lookups: Lookup[] = [];

/** Fetches the server's draft: null for none, undefined on failure. The forms of a page share one request. */
function fetchServerDraft(draft: string): Promise<SavedDraft | null | undefined> {
  return new Promise((resolve) => {
    if (lookups.length === 0) setTimeout(fetchBatch);
    lookups.push({ draft, resolve });
  });
}

async function fetchBatch(): Promise<void> {
  const batch = lookups;
  lookups = [];
  const query = new URLSearchParams({ person: parseDraftName(batch[0]?.draft ?? "").person });
  for (const { draft } of batch) query.append("key", parseDraftName(draft).key);
  const response = await fetch(`${ENDPOINT}?${query}`).catch(() => null);
  const drafts: Record<string, SavedDraft> | undefined = response?.ok
    ? (await response.json()).drafts
    : undefined;
  for (const { draft, resolve } of batch) resolve(drafts && (drafts[parseDraftName(draft).key] ?? null));
}

/** Returns the newer of this browser's draft and the server's; null where there is none. */
export async function loadDraft(draft: string): Promise<LocalDraft | null> {
  // Read before the request: typing meanwhile replaces it.
  const local = readLocalDraft(draft);
  const stored = await fetchServerDraft(draft);
  const newer = findNewerDraft(local, stored);
  if (!newer && local && local.typedAt === readLocalDraft(draft)?.typedAt) removeLocalDraft(draft);
  if (newer === "local") return local;
  return newer && stored
    ? { content: stored.content, typedAt: stored.updatedAt, since: stored.updatedAt, kept: true }
    : null;
}
