import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from "node:http";

/** The outcome of a {@link CapturedResponse}: complete, too large (and streamed to `target`), or aborted. */
export type CaptureOutcome =
  | { kind: "complete"; status: number; headers: OutgoingHttpHeaders; body: Buffer }
  | { kind: "large" }
  | { kind: "aborted" };

type Done = (error?: Error | null) => void;

/**
 * A response that is written into memory. Beyond `maxBytes` it is streamed to `target`, with its backpressure; without a
 * `target` it is aborted.
 */
export class CapturedResponse extends ServerResponse {
  readonly outcome: Promise<CaptureOutcome>;
  private decide: (outcome: CaptureOutcome) => void = () => {};
  private chunks: Buffer[] = [];
  private length = 0;
  private headSent = false;
  private streaming = false;

  constructor(
    request: IncomingMessage,
    private readonly target: ServerResponse | null,
    private readonly maxBytes: number,
  ) {
    super(request);
    this.outcome = new Promise((resolve) => {
      this.decide = resolve;
    });
    // Node's own accessors look at a socket, which this response does not have.
    Object.defineProperties(this, {
      headersSent: { get: () => this.headSent },
      writableEnded: { get: () => this.finished },
      writableFinished: { get: () => this.finished },
    });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    const headers = rest.find((value) => typeof value === "object" && value !== null);
    this.statusCode = status;
    this.headSent = true;
    if (Array.isArray(headers)) this.setFlatHeaders(headers as OutgoingHttpHeader[]);
    else for (const [name, value] of Object.entries(headers ?? {})) this.setAnyHeader(name, value);
    return this;
  }

  override flushHeaders(): void {
    this.headSent = true;
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.headSent = true;
    const done = rest.find((value) => typeof value === "function") as Done | undefined;
    const bytes = bytesOf(chunk, rest[0]);
    if (this.streaming && this.target) return this.target.write(bytes, done);
    this.chunks.push(bytes);
    this.length += bytes.length;
    if (done) queueMicrotask(() => done());
    return this.length <= this.maxBytes || this.overflow();
  }

  override end(...args: unknown[]): this {
    if (this.finished) return this;
    const [chunk] = args;
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") this.write(chunk, args[1]);
    this.headSent = true;
    this.finished = true;
    if (this.streaming) this.target?.end();
    else {
      const body = Buffer.concat(this.chunks, this.length);
      this.chunks = [];
      this.decide({ kind: "complete", status: this.statusCode, headers: { ...this.getHeaders() }, body });
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
    if (this.streaming) this.target?.destroy(error);
    this.decide({ kind: "aborted" });
    this.emit("close");
    return this;
  }

  private setAnyHeader(name: string, value: OutgoingHttpHeader | undefined): void {
    if (value === undefined) return;
    // setHeader throws once the head counts as sent.
    this.headSent = false;
    this.setHeader(name, value);
    this.headSent = true;
  }

  private setFlatHeaders(list: OutgoingHttpHeader[]): void {
    for (let n = 0; n + 1 < list.length; n += 2) this.setAnyHeader(String(list[n]), list[n + 1]);
  }

  /** Switches to streaming to the target, starting with the buffered chunks. */
  private overflow(): boolean {
    const { target } = this;
    if (!target || target.destroyed) {
      this.destroy();
      return false;
    }
    this.streaming = true;
    target.writeHead(this.statusCode, this.getHeaders());
    target.on("drain", () => this.emit("drain"));
    target.on("close", () => this.destroyUnlessEnded());
    const buffered = Buffer.concat(this.chunks, this.length);
    this.chunks = [];
    this.decide({ kind: "large" });
    return target.write(buffered);
  }

  private destroyUnlessEnded(): void {
    if (!this.finished) this.destroy();
  }
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk !== "string") return Buffer.from(chunk as Uint8Array);
  return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
}
