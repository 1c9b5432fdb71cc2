import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { chooseEncoding, type Encoding, isFresh } from "./rules";

type Variant = { etag: string; body: Buffer; head: string[]; notModifiedHead: string[] };

// The headers of one connection, and those that are set anew here.
const OMITTED_HEADERS = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "date",
  "etag",
  "cache-control",
  "vary",
]);
// RFC 9110, 15.4.5: the headers of a 304.
const NOT_MODIFIED_HEADERS = new Set(["etag", "cache-control", "vary", "content-location", "expires"]);

const MIN_COMPRESSED_BYTES = 256;
const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.+-]*json|[\w.+-]*xml|javascript))/;
// Each higher quality doubles the time and saves a few percent.
const BROTLI_QUALITY = 6;
// Faster than the default level of 6: most responses are sent only once.
const GZIP_LEVEL = 4;
// Immutable files are compressed once per process.
const BROTLI_BEST_QUALITY = 11;

const compressors = {
  br: (body: Buffer, immutable: boolean) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: immutable ? BROTLI_BEST_QUALITY : BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: GZIP_LEVEL }),
};

type CachedResponseOptions = {
  isCacheable: boolean;
  /** Whether the response to this URL never changes. */
  isImmutable: boolean;
  /** Called when `size` has grown by another encoding. */
  onResize: (response: CachedResponse) => void;
};

/** A response in memory. Each encoding is compressed once, when it is first requested. */
export class CachedResponse {
  private readonly variants = new Map<Encoding, Variant>();
  private readonly compressing = new Map<Encoding, Promise<Variant>>();
  private readonly digest: string;
  private readonly headers: string[];
  private readonly lastModified: string | undefined;

  readonly isCacheable: boolean;

  constructor(
    readonly status: number,
    headers: OutgoingHttpHeaders,
    private readonly body: Buffer,
    private readonly options: CachedResponseOptions,
  ) {
    this.isCacheable = options.isCacheable;
    this.digest = createHash("sha256").update(body).digest("base64url").slice(0, 27);
    this.lastModified = headers["last-modified"] && String(headers["last-modified"]);
    const isCompressible =
      body.length >= MIN_COMPRESSED_BYTES && COMPRESSIBLE.test(String(headers["content-type"] ?? ""));
    this.headers = Object.entries(headers).flatMap(([name, value]) =>
      OMITTED_HEADERS.has(name) || value === undefined
        ? []
        : [value].flat().flatMap((one) => [name, String(one)]),
    );
    const vary = options.isImmutable ? ["accept-encoding"] : ["accept-encoding", "cookie"];
    this.headers.push("vary", varyOf(headers.vary, vary));
    const original = String(headers["cache-control"] ?? "no-store");
    this.headers.push("cache-control", options.isCacheable && !options.isImmutable ? REVALIDATE : original);
    const plain = this.variant("identity", body);
    this.variants.set("identity", plain);
    if (!isCompressible) for (const encoding of ["br", "gzip"] as const) this.variants.set(encoding, plain);
  }

  /** The memory that it takes, in bytes (approximately). */
  get size(): number {
    let total = 1024;
    for (const { body } of new Set(this.variants.values())) total += body.length;
    return total;
  }

  /** Responds to a GET or HEAD request; with 304 if the client has this version. */
  send(request: IncomingMessage, response: ServerResponse): void {
    const encoding = chooseEncoding(request.headers["accept-encoding"]) ?? "identity";
    const variant = this.variants.get(encoding);
    if (variant) this.write(request, response, variant);
    else if (encoding !== "identity") {
      void this.compress(encoding).then(
        (compressed) => this.write(request, response, compressed),
        () => response.destroy(),
      );
    }
  }

  private write({ headers }: IncomingMessage, response: ServerResponse, variant: Variant): void {
    const { etag, body, head, notModifiedHead } = variant;
    if (this.isCacheable && isFresh(headers, { etag, "last-modified": this.lastModified })) {
      response.writeHead(304, notModifiedHead);
      response.end();
    } else {
      response.writeHead(this.status, head);
      response.end(body);
    }
  }

  private compress(encoding: "br" | "gzip"): Promise<Variant> {
    let pending = this.compressing.get(encoding);
    if (!pending) {
      pending = compressors[encoding](this.body, this.options.isImmutable).then((body) => {
        const variant = this.variant(encoding, body);
        this.variants.set(encoding, variant);
        this.compressing.delete(encoding);
        this.options.onResize(this);
        return variant;
      });
      this.compressing.set(encoding, pending);
    }
    return pending;
  }

  private variant(encoding: Encoding, body: Buffer): Variant {
    // Strong validators: each encoding has its own bytes and so its own etag (RFC 9110, 8.8.3).
    const etag = `"${this.digest}${encoding === "identity" ? "" : `-${encoding}`}"`;
    const tagged = this.isCacheable ? [...this.headers, "etag", etag] : this.headers;
    const head = [...tagged, "content-length", String(body.length)];
    if (encoding !== "identity") head.push("content-encoding", encoding);
    const notModifiedHead = pairs(tagged).flatMap(([name, value]) =>
      NOT_MODIFIED_HEADERS.has(name) ? [name, value] : [],
    );
    return { etag, body, head, notModifiedHead };
  }
}

/** Cacheable by all, revalidated each time: a publication is visible at once through any proxy. */
const REVALIDATE = "public, max-age=0, must-revalidate";

function varyOf(original: OutgoingHttpHeaders["vary"], own: string[]): string {
  const names = [original ?? []].flat().join(",").split(",");
  const all = [...names.map((name) => name.trim().toLowerCase()), ...own];
  return [...new Set(all)].filter(Boolean).join(", ");
}

function pairs(flat: string[]): Array<[string, string]> {
  return flat.flatMap((name, n) => (n % 2 === 0 ? [[name, flat[n + 1] ?? ""] as [string, string]] : []));
}
