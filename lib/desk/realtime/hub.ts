import { env } from "@/lib/env";
import { type Listening, listen } from "./listen";
import { topicsOf } from "./rules";
import { type ChangeNotice, changeNoticeSchema } from "./schema";

/** What a subscriber hears: a notice, or that some may have been lost. */
export type Heard = ChangeNotice | "resync";

type Subscriber = { topics: ReadonlySet<string>; tell: (heard: Heard) => void };

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * Hears the notices of the database over one connection and passes each on to whom it concerns. The connection is there
 * while anybody subscribes; after one was lost, every subscriber is told to look again.
 */
export class Hub {
  private readonly subscribers = new Set<Subscriber>();
  private running = false;
  private listening: Listening | null = null;
  private heard = false;
  private wake = () => {};
  /** Those who wait for the connection. */
  private waiting: Array<() => void> = [];

  constructor(private readonly url: string) {}

  /** Has `tell` called with every notice of these topics, until the answered function is called. */
  subscribe(topics: string[], tell: (heard: Heard) => void): () => void {
    const subscriber = { topics: new Set(topics), tell };
    this.subscribers.add(subscriber);
    if (!this.running) void this.run();
    return () => {
      this.subscribers.delete(subscriber);
      if (this.subscribers.size > 0) return;
      this.listening?.close();
      this.wake();
    };
  }

  /** Resolves when the connection stands: nothing that is committed afterwards is missed without a `resync`. */
  ready(): Promise<void> {
    if (this.listening) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let failures = 0; this.subscribers.size > 0; failures++) {
      try {
        this.listening = await listen(this.url, (payload) => this.pass(payload));
        failures = 0;
        this.begin();
        await this.listening.ended;
      } catch {
        // Tried again until nobody wants it any more.
      }
      this.listening = null;
      if (this.subscribers.size > 0) await this.pause(FIRST_WAIT_MS * 2 ** failures);
    }
    this.running = false;
    this.heard = false;
  }

  private begin(): void {
    if (this.subscribers.size === 0) this.listening?.close();
    for (const resolve of this.waiting.splice(0)) resolve();
    if (this.heard) for (const { tell } of this.subscribers) tell("resync");
    this.heard = true;
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, LONGEST_WAIT_MS));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private pass(payload: string): void {
    // An older process may be told what only a newer one knows.
    const notice = changeNoticeSchema.safeParse(readJson(payload)).data;
    if (!notice) return;
    const concerned = topicsOf(notice);
    for (const { topics, tell } of this.subscribers) {
      if (concerned.some((topic) => topics.has(topic))) tell(notice);
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

// A reload of the development server evaluates modules again; the hub outlives it.
const kept = globalThis as typeof globalThis & { veritableHub?: Hub };

/** The hub of this process. */
export function hub(): Hub {
  kept.veritableHub ??= new Hub(env().DATABASE_URL ?? "");
  return kept.veritableHub;
}
