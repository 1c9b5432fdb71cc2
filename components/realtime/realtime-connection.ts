import type { RealtimeMessage } from "@/lib/desk/realtime/schema";

/** `signedOut`: the server closed the connection, as the session has ended. */
export type ConnectionState = "connected" | "lost" | "signedOut";

type RealtimeConnectionProps = {
  /** The id of the page's claim; undefined on the queue. */
  claim: string | undefined;
  /** The sequence number of the latest event that the page shows. */
  since: number | undefined;
  onMessage: (message: RealtimeMessage) => void;
  onState: (state: ConnectionState) => void;
};

const ENDPOINT = "/api/desk/live";
const FIRST_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;

/** The event stream of one open page: connects at once, reconnects with backoff, and closes at `end`. */
export class RealtimeConnection {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private since: number | undefined;
  /** Why the server closed the connection until the page is visible again. */
  private suspended: "parked" | "ended" | null = null;

  constructor(private readonly props: RealtimeConnectionProps) {
    this.since = props.since;
    this.open();
    addEventListener("focus", this.onVisible);
    document.addEventListener("visibilitychange", this.onVisible);
    addEventListener("pagehide", this.close);
    addEventListener("pageshow", this.onPageShow);
  }

  /** Closes the connection for good. */
  end(): void {
    this.close();
    removeEventListener("focus", this.onVisible);
    document.removeEventListener("visibilitychange", this.onVisible);
    removeEventListener("pagehide", this.close);
    removeEventListener("pageshow", this.onPageShow);
  }

  private open(): void {
    const query = new URLSearchParams();
    if (this.props.claim) query.set("claim", this.props.claim);
    if (this.since !== undefined) query.set("since", String(this.since));
    const source = new EventSource(`${ENDPOINT}?${query}`);
    this.source = source;
    source.onmessage = ({ data }) => this.receive(JSON.parse(data));
    source.onerror = () => {
      // Browsers reconnect by themselves after a broken connection, not after an error response.
      if (this.suspended !== "ended") this.props.onState("lost");
      if (source.readyState === EventSource.CLOSED && !this.suspended) this.retry();
    };
  }

  private receive(message: RealtimeMessage): void {
    if ("sequence" in message) this.since = Math.max(this.since ?? 0, message.sequence);
    if (message.kind === "parked" || message.kind === "ended") {
      this.close();
      this.suspended = message.kind;
      if (message.kind === "ended") this.props.onState("signedOut");
      return;
    }
    if (message.kind === "ready" || message.kind === "resync") {
      this.failures = 0;
      this.suspended = null;
      this.props.onState("connected");
    }
    this.props.onMessage(message);
  }

  private retry(): void {
    this.close();
    const delay = Math.min(FIRST_RETRY_MS * 2 ** this.failures++, MAX_RETRY_MS);
    this.timer = setTimeout(() => this.open(), delay);
  }

  private onVisible = (): void => {
    if (!this.suspended || document.hidden) return;
    this.close();
    this.open();
  };

  private onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.open();
  };

  private close = (): void => {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  };
}
