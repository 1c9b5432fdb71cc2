import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from "node:http";

/** What became of an answer: the whole of it, or that it grew too large and goes on to `through`. */
export type Captured =
  | { kind: "whole"; status: number; headers: OutgoingHttpHeaders; body: Buffer }
  | { kind: "large" }
  | { kind: "broken" };

type Done = (error?: Error | null) => void;

/**
 * An answer that is written into memory. One of more than `most` bytes is streamed to `through` from there on, at the
 * pace of who reads it, and not kept; without `through` it is broken off.
 */
export class CapturedResponse extends ServerResponse {
  readonly outcome: Promise<Captured>;
  private decide: (captured: Captured) => void = () => {};
  private chunks: Buffer[] = [];
  private length = 0;
  private begun = false;
  private streaming = false;

  constructor(
    request: IncomingMessage,
    private readonly through: ServerResponse | null,
    private readonly most: number,
  ) {
    super(request);
    this.outcome = new Promise((resolve) => {
      this.decide = resolve;
    });
    // Accessors of Node's, which look at a connection that is not there.
    Object.defineProperties(this, {
      headersSent: { get: () => this.begun },
      writableEnded: { get: () => this.finished },
      writableFinished: { get: () => this.finished },
    });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    const headers = rest.find((value) => typeof value === "object" && value !== null);
    this.statusCode = status;
    this.begun = true;
    if (Array.isArray(headers)) this.takeFlat(headers as OutgoingHttpHeader[]);
    else for (const [name, value] of Object.entries(headers ?? {})) this.take(name, value);
    return this;
  }

  override flushHeaders(): void {
    this.begun = true;
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.begun = true;
    const done = rest.find((value) => typeof value === "function") as Done | undefined;
    const bytes = bytesOf(chunk, rest[0]);
    if (this.streaming && this.through) return this.through.write(bytes, done);
    this.chunks.push(bytes);
    this.length += bytes.length;
    if (done) queueMicrotask(() => done());
    return this.length <= this.most || this.overflow();
  }

  override end(...args: unknown[]): this {
    if (this.finished) return this;
    const [chunk] = args;
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") this.write(chunk, args[1]);
    this.begun = true;
    this.finished = true;
    if (this.streaming) this.through?.end();
    else {
      const body = Buffer.concat(this.chunks, this.length);
      this.chunks = [];
      this.decide({ kind: "whole", status: this.statusCode, headers: { ...this.getHeaders() }, body });
    }
    const done = args.find((value) => typeof value === "function") as Done | undefined;
    setImmediate(() => {
      this.emit("finish");
      this.emit("close");
      done?.();
    });
    return this;
  }

  override destroy(error?: Error): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    if (this.streaming) this.through?.destroy(error);
    this.decide({ kind: "broken" });
    this.emit("close");
    return this;
  }

  private take(name: string, value: OutgoingHttpHeader | undefined): void {
    // Setting is refused once the head counts as sent.
    if (value === undefined) return;
    this.begun = false;
    this.setHeader(name, value);
    this.begun = true;
  }

  private takeFlat(list: OutgoingHttpHeader[]): void {
    for (let n = 0; n + 1 < list.length; n += 2) this.take(String(list[n]), list[n + 1]);
  }

  /** Goes on to who asked, beginning with what was kept back. */
  private overflow(): boolean {
    const { through } = this;
    if (!through || through.destroyed) {
      this.destroy();
      return false;
    }
    this.streaming = true;
    through.writeHead(this.statusCode, this.getHeaders());
    through.on("drain", () => this.emit("drain"));
    through.on("close", () => this.destroyUnlessEnded());
    const kept = Buffer.concat(this.chunks, this.length);
    this.chunks = [];
    this.decide({ kind: "large" });
    return through.write(kept);
  }

  private destroyUnlessEnded(): void {
    if (!this.finished) this.destroy();
  }
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk !== "string") return Buffer.from(chunk as Uint8Array);
  return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
}
