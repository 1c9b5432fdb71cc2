import { type Actor, authorize, type Context, isAllowed } from "@/lib/desk/auth/permissions";
import { findSessionActor } from "@/lib/desk/auth/sessions";
import { endPresence, recordPresence } from "./commands";
import type { Hub, HubMessage } from "./hub";
import { getLatestSequence, hasChangedSince, listPresentPeople } from "./queries";
import { topics } from "./rules";
import type { RealtimeMessage, RealtimeQuery } from "./schema";

type StreamOptions = {
  context: Context;
  /** The session of the page's cookie. */
  sessionId: string;
  query: RealtimeQuery;
  /** The interval between heartbeats, in milliseconds. */
  beatMs?: number;
  /** The maximum of unread bytes before a page that does not read is disconnected. */
  maxBuffered?: number;
};

const BEAT_MS = 20_000;
const MAX_BUFFERED = 64 * 1024;
const RETRY_MS = 2_000;

const encoder = new TextEncoder();

/**
 * The event stream of one open desk page (server-sent events, WHATWG HTML 9.2). Each event is a {@link
 * RealtimeMessage} with the sequence of the log's last event as its `id`. While a claim's page is open, its
 * person is present there.
 */
export class DeskStream {
  readonly sessionId: string;
  readonly body: ReadableStream<Uint8Array>;
  private readonly actor: Actor;
  private readonly pageId: string;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private unsubscribe = () => {};
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private closed = false;
  /** Whether presence is being read, and whether it changed meanwhile. */
  private presence = { reading: false, changed: false };

  /** Throws `unauthenticated` and `forbidden` without the permission `desk.read`. */
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
      new ByteLengthQueuingStrategy({ highWaterMark: options.maxBuffered ?? MAX_BUFFERED }),
    );
  }

  /** Tells the page to reconnect when it is visible again, and closes the stream. */
  park(): void {
    this.send({ kind: "parked" });
    void this.close();
  }

  /** Ends the presence and closes the stream. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.heartbeat);
    this.unsubscribe();
    this.onClose(this);
    // If the database does not respond, the presence expires.
    if (this.options.query.claim) await endPresence(this.options.context, this.pageId).catch(() => {});
    try {
      this.controller?.close();
    } catch {
      // The client is gone already.
    }
  }

  private async begin(): Promise<void> {
    const { context, query, beatMs = BEAT_MS } = this.options;
    const { claim, since } = query;
    this.write(`retry: ${RETRY_MS}\n\n`);
    this.unsubscribe = this.hub.subscribe(
      [topics.person(this.actor.id), claim ? topics.claim(claim) : topics.queue],
      (message) => void this.receive(message).catch(() => this.close()),
    );
    this.heartbeat = setInterval(() => void this.beat(), beatMs);
    await this.hub.ready();
    const missed = since !== undefined && (await hasChangedSince(context, { claim, since }));
    this.send({ kind: missed ? "resync" : "ready", sequence: await getLatestSequence(context) });
    if (!claim || this.closed) return;
    await recordPresence(context, { pageId: this.pageId, claimId: claim });
    // Closed meanwhile, before the presence was recorded.
    if (this.closed) await endPresence(context, this.pageId);
    await this.sendPresence(claim);
  }

  private async receive(message: HubMessage): Promise<void> {
    const { context, query } = this.options;
    if (message === "resync") {
      this.send({ kind: "resync", sequence: await getLatestSequence(context) });
      if (query.claim) await this.sendPresence(query.claim);
    } else if (message.kind === "event") {
      const { sequence, actorId, actorName } = message;
      this.send({ kind: "change", sequence, actorId, actorName });
    } else if (message.kind === "notice") this.send({ kind: "notice" });
    else await this.sendPresence(message.claimId);
  }

  /** Sends who is present, one query at a time, so that the latest result is sent last. */
  private async sendPresence(claimId: string): Promise<void> {
    this.presence.changed = true;
    if (this.presence.reading) return;
    this.presence.reading = true;
    try {
      while (this.presence.changed && !this.closed) {
        this.presence.changed = false;
        this.send({ kind: "presence", people: await listPresentPeople(this.options.context, claimId) });
      }
    } finally {
      this.presence.reading = false;
    }
  }

  /** Sends a heartbeat, renews the presence, and closes the stream of a person without access. */
  private async beat(): Promise<void> {
    const { context, sessionId, query } = this.options;
    this.write(": here\n\n");
    try {
      const actor = await findSessionActor(sessionId, context.now());
      if (!actor || !isAllowed(actor.role, "desk.read")) {
        this.send({ kind: "ended" });
        await this.close();
      } else if (query.claim && !this.closed) {
        await recordPresence(context, { pageId: this.pageId, claimId: query.claim });
      }
    } catch {
      // The database does not respond: the next heartbeat tries again.
    }
  }

  private send(message: RealtimeMessage): void {
    const id = "sequence" in message ? `id: ${message.sequence}\n` : "";
    this.write(`${id}data: ${JSON.stringify(message)}\n\n`);
  }

  private write(text: string): void {
    if (this.closed || !this.controller) return;
    // A page that does not read is disconnected; it reconnects by itself and receives what it missed.
    if ((this.controller.desiredSize ?? 0) <= 0) void this.close();
    else this.controller.enqueue(encoder.encode(text));
  }
}
