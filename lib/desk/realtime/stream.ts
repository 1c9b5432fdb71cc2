import { type Actor, authorize, type Context, may } from "@/lib/desk/auth/permissions";
import { findSessionActor } from "@/lib/desk/auth/sessions";
import { endPresence, keepPresence } from "./commands";
import type { Heard, Hub } from "./hub";
import { changedSince, latestSequence, listPresent } from "./queries";
import { topics } from "./rules";
import type { LiveMessage, LiveQuery } from "./schema";

type StreamOptions = {
  context: Context;
  /** The session that the page is signed in by. */
  sessionId: string;
  query: LiveQuery;
  /** Between two signs of life, in milliseconds. */
  beatMs?: number;
  /** How much a page that does not read may leave waiting, in bytes, before it is dropped. */
  mostWaiting?: number;
};

const BEAT_MS = 20_000;
const MOST_WAITING = 64 * 1024;
const RETRY_MS = 2_000;

const encoder = new TextEncoder();

/**
 * What one open page of the desk is told, as server-sent events (WHATWG HTML, 9.2): a {@link LiveMessage} each, its `id`
 * the sequence of the last event of the log. While a claim's page is open, its person counts as present there.
 */
export class DeskStream {
  readonly sessionId: string;
  readonly body: ReadableStream<Uint8Array>;
  private readonly actor: Actor;
  private readonly pageId: string;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private unsubscribe = () => {};
  private beating: ReturnType<typeof setInterval> | undefined;
  private closed = false;
  /** Whether who is here is being read, and whether that changed meanwhile. */
  private presence = { reading: false, changed: false };

  /** Throws `unauthenticated` and `forbidden` for whoever may not read the desk. */
  constructor(
    private readonly hub: Hub,
    private readonly options: StreamOptions,
    private readonly onClose: (stream: DeskStream) => void = () => {},
  ) {
    this.actor = authorize(options.context, "desk.read");
    this.sessionId = options.sessionId;
    this.pageId = options.context.newId();
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
          void this.begin().catch(() => this.close());
        },
        cancel: () => this.close(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: options.mostWaiting ?? MOST_WAITING }),
    );
  }

  /** Tells the page to come back when it is looked at, and ends. */
  park(): void {
    this.send({ kind: "parked" });
    void this.close();
  }

  /** Ends, once nobody is shown to be here any more. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.beating);
    this.unsubscribe();
    this.onClose(this);
    // Where the database does not answer, the page counts as gone after a while.
    if (this.options.query.claim) await endPresence(this.options.context, this.pageId).catch(() => {});
    try {
      this.controller?.close();
    } catch {
      // The reader is gone already.
    }
  }

  private async begin(): Promise<void> {
    const { context, query, beatMs = BEAT_MS } = this.options;
    const { claim, since } = query;
    this.write(`retry: ${RETRY_MS}\n\n`);
    this.unsubscribe = this.hub.subscribe(
      [topics.person(this.actor.id), claim ? topics.claim(claim) : topics.queue],
      (heard) => void this.hear(heard).catch(() => this.close()),
    );
    this.beating = setInterval(() => void this.beat(), beatMs);
    await this.hub.ready();
    const missed = since !== undefined && (await changedSince(context, { claim, since }));
    this.send({ kind: missed ? "resync" : "ready", sequence: await latestSequence(context) });
    if (!claim || this.closed) return;
    await keepPresence(context, { pageId: this.pageId, claimId: claim });
    // It was closed meanwhile, and its end did not find it.
    if (this.closed) await endPresence(context, this.pageId);
    await this.tellPresence(claim);
  }

  private async hear(heard: Heard): Promise<void> {
    const { context, query } = this.options;
    if (heard === "resync") {
      this.send({ kind: "resync", sequence: await latestSequence(context) });
      if (query.claim) await this.tellPresence(query.claim);
    } else if (heard.kind === "event") {
      const { sequence, actorId, actorName } = heard;
      this.send({ kind: "change", sequence, actorId, actorName });
    } else if (heard.kind === "notice") this.send({ kind: "notice" });
    else await this.tellPresence(heard.claimId);
  }

  /** Reads who is here and tells it, one reading at a time, so that the latest is told last. */
  private async tellPresence(claimId: string): Promise<void> {
    this.presence.changed = true;
    if (this.presence.reading) return;
    this.presence.reading = true;
    try {
      while (this.presence.changed && !this.closed) {
        this.presence.changed = false;
        this.send({ kind: "presence", people: await listPresent(this.options.context, claimId) });
      }
    } finally {
      this.presence.reading = false;
    }
  }

  /** A sign of life; ends what nobody may read any more. */
  private async beat(): Promise<void> {
    const { context, sessionId, query } = this.options;
    this.write(": here\n\n");
    try {
      const actor = await findSessionActor(sessionId, context.now());
      if (!actor || !may(actor.role, "desk.read")) {
        this.send({ kind: "ended" });
        await this.close();
      } else if (query.claim && !this.closed) {
        await keepPresence(context, { pageId: this.pageId, claimId: query.claim });
      }
    } catch {
      // The database does not answer: the next sign of life asks again.
    }
  }

  private send(message: LiveMessage): void {
    const id = "sequence" in message ? `id: ${message.sequence}\n` : "";
    this.write(`${id}data: ${JSON.stringify(message)}\n\n`);
  }

  private write(text: string): void {
    if (this.closed || !this.controller) return;
    // A page that does not read is dropped; it comes back by itself and is told what it missed.
    if ((this.controller.desiredSize ?? 0) <= 0) void this.close();
    else this.controller.enqueue(encoder.encode(text));
  }
}
