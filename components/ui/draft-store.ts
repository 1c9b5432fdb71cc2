import { draftName, type KeptDraft, type LocalDraft, newerDraft } from "@/lib/desk/drafts/rules";
import type { DraftContent } from "@/lib/desk/drafts/schema";

/** Why the server did not take a draft. */
export type Unkept = "offline" | "signedOut" | "tooLong";

const address = "/api/desk/drafts";

/** The draft in this browser; null for none. */
export function readLocal(draft: string): LocalDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(draft) ?? "null");
    return kept?.content ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps the draft in this browser, where it has room. */
export function writeLocal(draft: string, local: LocalDraft): void {
  try {
    localStorage.setItem(draft, JSON.stringify(local));
  } catch {
    // No room: the server still keeps it.
  }
}

/** Forgets the draft in this browser. */
export function forgetLocal(draft: string): void {
  localStorage.removeItem(draft);
}

/** The names of this person's drafts in this browser. */
export function listLocal(person: string): string[] {
  return Object.keys(localStorage).filter((name) => name.startsWith(`draft:${person}:`));
}

/** Sends a draft to the server; answers when it was kept there, or why not. */
export async function sendDraft(
  draft: string,
  content: DraftContent,
  keepalive: boolean,
): Promise<{ updatedAt: string } | { unkept: Unkept }> {
  try {
    const response = await fetch(address, {
      method: "PUT",
      keepalive,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...draftName(draft), content }),
    });
    if (response.ok) return await response.json();
    if (response.status === 401 || response.status === 403) return { unkept: "signedOut" };
    return { unkept: response.status === 400 ? "tooLong" : "offline" };
  } catch {
    return { unkept: "offline" };
  }
}

/** Removes the draft from the server; without a connection it expires there. */
export async function removeKept(draft: string): Promise<void> {
  const query = new URLSearchParams(draftName(draft));
  await fetch(`${address}?${query}`, { method: "DELETE", keepalive: true }).catch(() => {});
}

type Asked = { draft: string; answer: (kept: KeptDraft | null | undefined) => void };
let asked: Asked[] = [];

/** The draft on the server: null for none, undefined where it cannot be asked. A page's forms ask in one request. */
function askKept(draft: string): Promise<KeptDraft | null | undefined> {
  return new Promise((answer) => {
    if (asked.length === 0) setTimeout(askAll);
    asked.push({ draft, answer });
  });
}

async function askAll(): Promise<void> {
  const together = asked;
  asked = [];
  const query = new URLSearchParams({ person: draftName(together[0]?.draft ?? "").person });
  for (const { draft } of together) query.append("key", draftName(draft).key);
  const response = await fetch(`${address}?${query}`).catch(() => null);
  const drafts: Record<string, KeptDraft> | undefined = response?.ok
    ? (await response.json()).drafts
    : undefined;
  for (const { draft, answer } of together) answer(drafts && (drafts[draftName(draft).key] ?? null));
}

/** What to go on from: the newer one of this browser's draft and the server's. Null where there is none. */
export async function findDraft(draft: string): Promise<LocalDraft | null> {
  // As it stood before the answer: what is typed while that comes is kept in its place.
  const local = readLocal(draft);
  const kept = await askKept(draft);
  const newer = newerDraft(local, kept);
  if (!newer && local && local.typedAt === readLocal(draft)?.typedAt) forgetLocal(draft);
  if (newer === "local") return local;
  return newer && kept
    ? { content: kept.content, typedAt: kept.updatedAt, since: kept.updatedAt, kept: true }
    : null;
}
