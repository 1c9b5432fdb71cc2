import type { LiveMessage } from "@/lib/desk/realtime/schema";

/** How the page stands to the server: told everything, not at the moment, or not any more as nobody is signed in. */
export type LiveState = "live" | "lost" | "signedOut";

type LiveConnectionProps = {
  /** The claim that the page is about; the queue without. */
  claim: string | undefined;
  /** The last event of the log that the page shows. */
  since: number | undefined;
  onMessage: (message: LiveMessage) => void;
  onState: (state: LiveState) => void;
};

const ADDRESS = "/api/desk/live";
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** What the server tells one open page, from the moment that it is made until its `end`. */
export class LiveConnection {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private since: number | undefined;
  /** Why the server let go of the page until somebody looks at it again. */
  private waits: "parked" | "ended" | null = null;

  constructor(private readonly props: LiveConnectionProps) {
    this.since = props.since;
    this.open();
    addEventListener("focus", this.look);
    document.addEventListener("visibilitychange", this.look);
    addEventListener("pagehide", this.close);
    addEventListener("pageshow", this.comeBack);
  }

  /** The page is gone, or is about something else. */
  end(): void {
    this.close();
    removeEventListener("focus", this.look);
    document.removeEventListener("visibilitychange", this.look);
    removeEventListener("pagehide", this.close);
    removeEventListener("pageshow", this.comeBack);
  }

  private open(): void {
    const query = new URLSearchParams();
    if (this.props.claim) query.set("claim", this.props.claim);
    if (this.since !== undefined) query.set("since", String(this.since));
    const source = new EventSource(`${ADDRESS}?${query}`);
    this.source = source;
    source.onmessage = ({ data }) => this.hear(JSON.parse(data));
    source.onerror = () => {
      // A browser goes on by itself where the connection broke, and not where the server refused it.
      if (this.waits !== "ended") this.props.onState("lost");
      if (source.readyState === EventSource.CLOSED && !this.waits) this.retry();
    };
  }

  private hear(message: LiveMessage): void {
    if ("sequence" in message) this.since = Math.max(this.since ?? 0, message.sequence);
    if (message.kind === "parked" || message.kind === "ended") {
      this.close();
      this.waits = message.kind;
      if (message.kind === "ended") this.props.onState("signedOut");
      return;
    }
    if (message.kind === "ready" || message.kind === "resync") {
      this.failures = 0;
      this.waits = null;
      this.props.onState("live");
    }
    this.props.onMessage(message);
  }

  private retry(): void {
    this.close();
    const wait = Math.min(FIRST_WAIT_MS * 2 ** this.failures++, LONGEST_WAIT_MS);
    this.timer = setTimeout(() => this.open(), wait);
  }

  private look = (): void => {
    if (!this.waits || document.hidden) return;
    this.close();
    this.open();
  };

  private comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.open();
  };

  private close = (): void => {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  };
}
