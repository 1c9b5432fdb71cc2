import { env } from "@/lib/env";
import { type ListenConnection, openListenConnection } from "./listen";
import { topicsOfNotification } from "./rules";
import { type DatabaseNotification, databaseNotificationSchema } from "./schema";

/** A message to subscribers: a database notification, or `resync` if some may have been lost. */
export type HubMessage = DatabaseNotification | "resync";

type Subscriber = { topics: ReadonlySet<string>; send: (message: HubMessage) => void };

const MIN_RETRY_MS = 100;
const MAX_RETRY_MS = 5_000;

/**
 * Receives the database's notifications over one connection and dispatches them to subscribers by topic. It
 * connects while there are subscribers, reconnects with backoff, and then sends `resync` to all of them.
 */
export class Hub {
  private readonly subscribers = new Set<Subscriber>();
  private running = false;
  private listening: ListenConnection | null = null;
  private wasConnected = false;
  private wake = () => {};
  /** Resolvers of {@link ready}. */
  private waiting: Array<() => void> = [];

  constructor(private readonly url: string) {}

  /** Calls `send` with every notification of these topics until the returned function is called. */
  subscribe(topics: string[], send: (message: HubMessage) => void): () => void {
    const subscriber = { topics: new Set(topics), send };
    this.subscribers.add(subscriber);
    if (!this.running) void this.run();
    return () => {
      this.subscribers.delete(subscriber);
      if (this.subscribers.size > 0) return;
      this.listening?.close();
      this.wake();
    };
  }

  /** Resolves once connected: nothing committed afterwards is missed without a `resync`. */
  ready(): Promise<void> {
    if (this.listening) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let failures = 0; this.subscribers.size > 0; failures++) {
      try {
        this.listening = await openListenConnection(this.url, (payload) => this.dispatch(payload));
        failures = 0;
        this.onConnected();
        await this.listening.ended;
      } catch {
        // Retried while there are subscribers.
      }
      this.listening = null;
      if (this.subscribers.size > 0) await this.pause(MIN_RETRY_MS * 2 ** failures);
    }
    this.running = false;
    this.wasConnected = false;
  }

  private onConnected(): void {
    if (this.subscribers.size === 0) this.listening?.close();
    for (const resolve of this.waiting.splice(0)) resolve();
    if (this.wasConnected) for (const { send } of this.subscribers) send("resync");
    this.wasConnected = true;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, MAX_RETRY_MS));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private dispatch(payload: string): void {
    // A newer process can send kinds that this one does not know.
    const notification = databaseNotificationSchema.safeParse(readJson(payload)).data;
    if (!notification) return;
    const affected = topicsOfNotification(notification);
    for (const { topics, send } of this.subscribers) {
      if (affected.some((topic) => topics.has(topic))) send(notification);
    }
  }
}

function readJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}

// The development server evaluates modules again on reload; the hub survives it.
const shared = globalThis as typeof globalThis & { veritableHub?: Hub };

/** The hub of this process. */
export function getHub(): Hub {
  shared.veritableHub ??= new Hub(env().DATABASE_URL ?? "");
  return shared.veritableHub;
}
