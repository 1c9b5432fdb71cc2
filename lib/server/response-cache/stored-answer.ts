import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { chooseEncoding, type Encoding, isFresh } from "./rules";

type Variant = { etag: string; body: Buffer; head: string[]; unchanged: string[] };

// What belongs to one answer on one connection, and what is said anew.
const NOT_KEPT = new Set([
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
// RFC 9110, 15.4.5: what a 304 repeats.
const REPEATED = new Set(["etag", "cache-control", "vary", "content-location", "expires"]);

const SMALLEST_PACKED = 256;
const PACKABLE = /^(?:text\/|application\/(?:[\w.+-]*json|[\w.+-]*xml|javascript))/;
// Every later quality takes twice the time for a few hundredths of the size.
const QUALITY = 6;
// Two thirds of the time of the usual level, for a tenth more: most answers are made for one reader.
const LEVEL = 4;
// A file of the build is packed once and sent for as long as the process runs.
const BEST_QUALITY = 11;

const packers = {
  br: (body: Buffer, unchanging: boolean) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: unchanging ? BEST_QUALITY : QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: LEVEL }),
};

type StoredOptions = {
  keepable: boolean;
  /** Whether the address names these bytes for ever. */
  unchanging: boolean;
  /** Told when another encoding was made. */
  onGrown: (answer: StoredAnswer) => void;
};

/** An answer in memory. Each encoding is made when it is first asked for, once. */
export class StoredAnswer {
  private readonly variants = new Map<Encoding, Variant>();
  private readonly packing = new Map<Encoding, Promise<Variant>>();
  private readonly digest: string;
  private readonly kept: string[];
  private readonly lastModified: string | undefined;

  readonly keepable: boolean;

  constructor(
    readonly status: number,
    headers: OutgoingHttpHeaders,
    private readonly body: Buffer,
    private readonly given: StoredOptions,
  ) {
    this.keepable = given.keepable;
    this.digest = createHash("sha256").update(body).digest("base64url").slice(0, 27);
    this.lastModified = headers["last-modified"] && String(headers["last-modified"]);
    const packable = body.length >= SMALLEST_PACKED && PACKABLE.test(String(headers["content-type"] ?? ""));
    this.kept = Object.entries(headers).flatMap(([name, value]) =>
      NOT_KEPT.has(name) || value === undefined ? [] : [value].flat().flatMap((one) => [name, String(one)]),
    );
    const told = given.unchanging ? ["accept-encoding"] : ["accept-encoding", "cookie"];
    this.kept.push("vary", varyOf(headers.vary, told));
    const asGiven = String(headers["cache-control"] ?? "no-store");
    this.kept.push("cache-control", given.keepable && !given.unchanging ? REVALIDATED : asGiven);
    const plain = this.variant("identity", body);
    this.variants.set("identity", plain);
    if (!packable) for (const encoding of ["br", "gzip"] as const) this.variants.set(encoding, plain);
  }

  /** The bytes that it holds. */
  get size(): number {
    let total = 1024;
    for (const { body } of new Set(this.variants.values())) total += body.length;
    return total;
  }

  /** Answers a GET or HEAD with it: 304 to whoever has it. */
  send(request: IncomingMessage, response: ServerResponse): void {
    const encoding = chooseEncoding(request.headers["accept-encoding"]) ?? "identity";
    const variant = this.variants.get(encoding);
    if (variant) this.write(request, response, variant);
    else if (encoding !== "identity") {
      void this.packed(encoding).then(
        (made) => this.write(request, response, made),
        () => response.destroy(),
      );
    }
  }

  private write({ headers }: IncomingMessage, response: ServerResponse, variant: Variant): void {
    const { etag, body, head, unchanged } = variant;
    if (this.keepable && isFresh(headers, { etag, "last-modified": this.lastModified })) {
      response.writeHead(304, unchanged);
      response.end();
    } else {
      response.writeHead(this.status, head);
      response.end(body);
    }
  }

  private packed(encoding: "br" | "gzip"): Promise<Variant> {
    let making = this.packing.get(encoding);
    if (!making) {
      making = packers[encoding](this.body, this.given.unchanging).then((body) => {
        const variant = this.variant(encoding, body);
        this.variants.set(encoding, variant);
        this.packing.delete(encoding);
        this.given.onGrown(this);
        return variant;
      });
      this.packing.set(encoding, making);
    }
    return making;
  }

  private variant(encoding: Encoding, body: Buffer): Variant {
    // Strong: each encoding has bytes of its own, and a name of its own.
    const etag = `"${this.digest}${encoding === "identity" ? "" : `-${encoding}`}"`;
    const tagged = this.keepable ? [...this.kept, "etag", etag] : this.kept;
    const head = [...tagged, "content-length", String(body.length)];
    if (encoding !== "identity") head.push("content-encoding", encoding);
    const unchanged = pairs(tagged).flatMap(([name, value]) => (REPEATED.has(name) ? [name, value] : []));
    return { etag, body, head, unchanged };
  }
}

/** Kept by everybody, and asked about every time: a publication is seen at once through any proxy. */
const REVALIDATED = "public, max-age=0, must-revalidate";

function varyOf(given: OutgoingHttpHeaders["vary"], own: string[]): string {
  const names = [given ?? []].flat().join(",").split(",");
  const all = [...names.map((name) => name.trim().toLowerCase()), ...own];
  return [...new Set(all)].filter(Boolean).join(", ");
}

function pairs(flat: string[]): Array<[string, string]> {
  return flat.flatMap((name, n) => (n % 2 === 0 ? [[name, flat[n + 1] ?? ""] as [string, string]] : []));
}
