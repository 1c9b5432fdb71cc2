import type { LocalDraft } from "@/lib/desk/drafts/rules";
import type { DraftContent } from "@/lib/desk/drafts/schema";
import {
  deleteServerDraft,
  listLocalDrafts,
  readLocalDraft,
  removeLocalDraft,
  sendDraft,
  type UnsavedReason,
  writeLocalDraft,
} from "./draft-store";

/** Saved on the server at an instant (ISO 8601), or only in this browser and why; null without a draft. */
export type DraftStatus = { savedAt: string } | { unsaved: UnsavedReason } | null;

const DEBOUNCE_MS = 1000;
const RETRY_MS = 15_000;

const openDrafts = new Set<DraftAutosave>();

/** Saves the draft of one open form: in this browser at once, on the server after a pause in typing. */
export class DraftAutosave {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Content that the server does not have yet. */
  private pending: DraftContent | null = null;
  private sending: Promise<void> = Promise.resolve();
  private requests = 0;
  private since: string | null = null;
  /** During submission: whether a request of the draft was under way, and whether the form was changed. */
  private submission: { hasRequest: boolean; isChanged: boolean } | null = null;

  constructor(
    private readonly draft: string,
    private readonly onStatus: (status: DraftStatus) => void,
  ) {
    openDrafts.add(this);
  }

  /** Continues a restored draft. */
  restore({ content, since, kept }: LocalDraft): void {
    this.since = since;
    if (kept && since) this.onStatus({ savedAt: since });
    else this.change(content);
  }

  /** Saves the form's content in this browser, and schedules the request. */
  change(content: DraftContent): void {
    this.pending = content;
    writeLocalDraft(this.draft, {
      content,
      typedAt: new Date().toISOString(),
      since: this.since,
      kept: false,
    });
    if (this.submission) this.submission.isChanged = true;
    else this.schedule(DEBOUNCE_MS);
  }

  /** Sends pending content at once. With `keepalive` the request outlives the page. */
  async flush(keepalive = false): Promise<void> {
    clearTimeout(this.timer);
    if (!this.pending || this.submission) return;
    if (keepalive) return this.send(true);
    this.sending = this.sending.then(() => this.send(false));
    return this.sending;
  }

  /** The form is being submitted: sends nothing until `resume` or `submitted`. */
  pause(): void {
    clearTimeout(this.timer);
    this.submission ??= { hasRequest: this.requests > 0, isChanged: false };
  }

  /** The submission failed. */
  resume(): void {
    this.submission = null;
    if (this.pending) this.schedule(DEBOUNCE_MS);
  }

  /** The form was saved, and its server draft deleted. Returns whether the form was changed since. */
  submitted(): boolean {
    const { hasRequest = false, isChanged = false } = this.submission ?? {};
    this.submission = null;
    this.since = null;
    // The request may have stored the draft again.
    if (hasRequest) this.sending = this.sending.then(() => deleteServerDraft(this.draft));
    if (!isChanged) this.clear();
    return isChanged;
  }

  /** Deletes the draft in this browser and on the server. */
  discard(): void {
    this.clear();
    this.since = null;
    this.sending = this.sending.then(() => deleteServerDraft(this.draft));
  }

  /** The form is unmounted: sends pending content, unless the form was submitted. */
  end(): void {
    openDrafts.delete(this);
    void this.flush();
    clearTimeout(this.timer);
  }

  private clear(): void {
    clearTimeout(this.timer);
    this.pending = null;
    removeLocalDraft(this.draft);
    this.onStatus(null);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private async send(keepalive: boolean): Promise<void> {
    const content = this.pending;
    if (!content) return;
    this.requests++;
    const result = await sendDraft(this.draft, content, keepalive);
    this.requests--;
    if ("unsaved" in result) {
      this.onStatus({ unsaved: result.unsaved });
      if (result.unsaved === "offline" && openDrafts.has(this)) this.schedule(RETRY_MS);
      return;
    }
    const { updatedAt } = result;
    this.since = updatedAt;
    // Changed, submitted or discarded since.
    if (this.pending !== content) return;
    this.pending = null;
    if (!this.submission)
      writeLocalDraft(this.draft, { content, typedAt: updatedAt, since: updatedAt, kept: true });
    this.onStatus({ savedAt: updatedAt });
  }
}

/**
 * Sends the person's unsaved drafts to the server, and removes those that it has from this browser. Drafts
 * that could not be sent stay, for this person alone.
 */
export async function syncDraftsBeforeSignOut(person: string): Promise<void> {
  await Promise.all([...openDrafts].map((draft) => draft.flush()));
  for (const draft of openDrafts) draft.pause();
  for (const name of listLocalDrafts(person)) {
    const local = readLocalDraft(name);
    if (local && !local.kept && "unsaved" in (await sendDraft(name, local.content, false))) continue;
    removeLocalDraft(name);
  }
}
