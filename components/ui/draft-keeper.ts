import type { LocalDraft } from "@/lib/desk/drafts/rules";
import type { DraftContent } from "@/lib/desk/drafts/schema";
import {
  forgetLocal,
  listLocal,
  readLocal,
  removeKept,
  sendDraft,
  type Unkept,
  writeLocal,
} from "./draft-store";

/** How a draft stands: on the server since an instant (ISO 8601), or in this browser alone and why. */
export type DraftStatus = { keptAt: string } | { unkept: Unkept } | null;

const PAUSE_MS = 1000;
const RETRY_MS = 15_000;

const keepers = new Set<DraftKeeper>();

/** Keeps the draft of one open form: in this browser at once, on the server when the typing pauses. */
export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the server does not have yet. */
  private waiting: DraftContent | null = null;
  private sending: Promise<void> = Promise.resolve();
  private sends = 0;
  private since: string | null = null;
  /** While the form is being saved: whether a send was under way, and whether somebody typed on. */
  private saving: { late: boolean; touched: boolean } | null = null;

  constructor(
    private readonly draft: string,
    private readonly onStatus: (status: DraftStatus) => void,
  ) {
    keepers.add(this);
  }

  /** Goes on from a draft that was there when the form was opened. */
  begin({ content, since, kept }: LocalDraft): void {
    this.since = since;
    if (kept && since) this.onStatus({ keptAt: since });
    else this.change(content);
  }

  /** Notes what stands in the form now. */
  change(content: DraftContent): void {
    this.waiting = content;
    writeLocal(this.draft, {
      content,
      typedAt: new Date().toISOString(),
      since: this.since,
      kept: false,
    });
    if (this.saving) this.saving.touched = true;
    else this.schedule(PAUSE_MS);
  }

  /** Sends what waits, now. `keepalive` lets it outlive the page. */
  async flush(keepalive = false): Promise<void> {
    clearTimeout(this.timer);
    if (!this.waiting || this.saving) return;
    if (keepalive) return this.send(true);
    this.sending = this.sending.then(() => this.send(false));
    return this.sending;
  }

  /** The form is being saved: nothing is sent until it is known what became of it. */
  pause(): void {
    clearTimeout(this.timer);
    this.saving ??= { late: this.sends > 0, touched: false };
  }

  /** It was not saved. */
  resume(): void {
    this.saving = null;
    if (this.waiting) this.schedule(PAUSE_MS);
  }

  /** It was saved, and the server removed the draft with it. Answers whether somebody typed on in the meantime. */
  saved(): boolean {
    const { late = false, touched = false } = this.saving ?? {};
    this.saving = null;
    this.since = null;
    if (late) this.sending = this.sending.then(() => removeKept(this.draft));
    if (!touched) this.forget();
    return touched;
  }

  /** Throws the draft away here and on the server. */
  discard(): void {
    this.forget();
    this.since = null;
    this.sending = this.sending.then(() => removeKept(this.draft));
  }

  /** The form is gone. What waits is sent, unless the form was, too. */
  end(): void {
    keepers.delete(this);
    void this.flush();
    clearTimeout(this.timer);
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.waiting = null;
    forgetLocal(this.draft);
    this.onStatus(null);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private async send(keepalive: boolean): Promise<void> {
    const content = this.waiting;
    if (!content) return;
    this.sends++;
    const answer = await sendDraft(this.draft, content, keepalive);
    this.sends--;
    if ("unkept" in answer) {
      this.onStatus({ unkept: answer.unkept });
      if (answer.unkept === "offline" && keepers.has(this)) this.schedule(RETRY_MS);
      return;
    }
    const { updatedAt } = answer;
    this.since = updatedAt;
    // What was typed since, saved or thrown away is not this draft any more.
    if (this.waiting !== content) return;
    this.waiting = null;
    if (!this.saving) writeLocal(this.draft, { content, typedAt: updatedAt, since: updatedAt, kept: true });
    this.onStatus({ keptAt: updatedAt });
  }
}

/**
 * Before signing out: sends what the server does not have, and forgets in this browser what it has. What could not be
 * sent stays, for this person alone.
 */
export async function handOver(person: string): Promise<void> {
  await Promise.all([...keepers].map((keeper) => keeper.flush()));
  for (const keeper of keepers) keeper.pause();
  for (const name of listLocal(person)) {
    const local = readLocal(name);
    if (local && !local.kept && "unkept" in (await sendDraft(name, local.content, false))) continue;
    forgetLocal(name);
  }
}
