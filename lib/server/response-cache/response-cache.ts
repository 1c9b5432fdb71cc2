import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { isImmutable, scopesOf } from "./addresses";
import { CachedResponse } from "./cached-response";
import { CapturedResponse, type CaptureOutcome } from "./captured-response";
import { PublicVersions } from "./public-versions";
import { renderRequest } from "./render-request";
import { isCacheable, isPublicRead } from "./rules";

/** Responds to one request, as Next's handler does. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

type CacheOptions = {
  /** Responds to requests that are not cached: with a session, or for something that must not be cached. */
  handler: Handler;
  /** Renders cacheable responses; `handler` by default. */
  renderer?: Handler;
  /** The public origin: responses are rendered for it, whatever the Host header says. */
  origin: string;
  /** The size of the cache, in bytes. */
  maxBytes: number;
  /** The size above which a response is streamed and not cached, in bytes. */
  maxResponseBytes?: number;
};

/** A cacheable request with its scopes and its response. */
type Exchange = { address: string; scopes: string[]; request: IncomingMessage; response: ServerResponse };

/** A response that is being rendered, shared by all concurrent requests for it. */
type Flight = { scopes: string[]; isStale: boolean; result: Promise<CachedResponse | null> };

const MAX_RESPONSE_BYTES = 2 * 1024 * 1024;
const ALL_SCOPES = "*";

/**
 * The cache of public responses in front of Next. A cached response, or one shared with an earlier request, is sent only
 * after the database was checked for changes since the request arrived; see docs/decisions/015-response-cache.md.
 */
export class ResponseCache {
  readonly versions: PublicVersions;
  private readonly responses: LRUCache<string, CachedResponse>;
  /** URLs whose last response was too large: passed to Next at once, which compresses while streaming. */
  private readonly largeUrls = new LRUCache<string, true>({ max: 1000 });
  private readonly flights = new Map<string, Flight>();
  /** The cached URLs of each scope. */
  private readonly urlsByScope = new Map<string, Set<string>>();

  constructor(private readonly options: CacheOptions) {
    this.responses = new LRUCache({
      maxSize: options.maxBytes,
      sizeCalculation: (cached) => cached.size,
      dispose: (_cached, address, reason) => {
        if (reason !== "set") this.unlink(address);
      },
    });
    this.versions = new PublicVersions(
      (scopes) => this.invalidate(scopes),
      () => this.invalidate([ALL_SCOPES]),
    );
  }

  /** Responds to a request. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const scopes = this.versions.connected && isPublicRead(request) ? scopesOf(request.url ?? "") : null;
    const exchange: Exchange = { address: request.url ?? "", scopes: scopes ?? [], request, response };
    if (!scopes || this.largeUrls.has(exchange.address)) this.pass(exchange);
    else if (this.responses.has(exchange.address) || this.flights.has(exchange.address))
      void this.sendCached(exchange);
    else this.render(exchange);
  }

  /** Sends the cached or in-flight response, once the database was checked for changes. */
  private async sendCached(exchange: Exchange): Promise<void> {
    // A response without scopes never changes.
    if (exchange.scopes.length > 0 && !(await this.versions.check())) return this.pass(exchange);
    const cached = this.responses.get(exchange.address);
    if (cached) return cached.send(exchange.request, exchange.response);
    const flight = this.flights.get(exchange.address);
    if (flight) this.send(await flight.result, exchange);
    else this.render(exchange);
  }

  private send(cached: CachedResponse | null, exchange: Exchange): void {
    if (cached) cached.send(exchange.request, exchange.response);
    else if (!exchange.response.headersSent) this.pass(exchange);
  }

  /** Renders the response, sends it, and caches it unless it was invalidated meanwhile. */
  private render(exchange: Exchange): void {
    const { address, scopes, request, response } = exchange;
    const target = request.method === "HEAD" ? null : response;
    const captured = new CapturedResponse(
      request,
      target,
      this.options.maxResponseBytes ?? MAX_RESPONSE_BYTES,
    );
    const flight: Flight = {
      scopes,
      isStale: false,
      result: captured.outcome.then((outcome) => this.settle(address, flight, outcome)),
    };
    this.flights.set(address, flight);
    void flight.result.then((cached) => this.send(cached, exchange));
    void this.run(renderRequest(address, this.options.origin), captured, this.options.renderer);
  }

  private settle(address: string, flight: Flight, outcome: CaptureOutcome): CachedResponse | null {
    if (this.flights.get(address) === flight) this.flights.delete(address);
    if (outcome.kind === "large") this.largeUrls.set(address, true);
    if (outcome.kind !== "complete" || outcome.headers["set-cookie"] !== undefined) return null;
    const { status, headers, body } = outcome;
    const cached = new CachedResponse(status, headers, body, {
      isCacheable: isCacheable(status, headers, !address.startsWith("/api/")),
      isImmutable: isImmutable(address),
      onResize: (resized) => this.resize(address, resized),
    });
    if (cached.isCacheable && !flight.isStale) this.store(address, flight.scopes, cached);
    return cached;
  }

  private store(address: string, scopes: string[], cached: CachedResponse): void {
    for (const scope of scopes) {
      const addresses = this.urlsByScope.get(scope) ?? new Set();
      this.urlsByScope.set(scope, addresses.add(address));
    }
    this.responses.set(address, cached);
    // Too large for the cache: lru-cache did not store it.
    if (!this.responses.has(address)) this.unlink(address);
  }

  /** Updates the size of a cached response that holds another encoding now. */
  private resize(address: string, cached: CachedResponse): void {
    if (this.responses.peek(address) === cached) this.responses.set(address, cached);
  }

  private unlink(address: string): void {
    for (const scope of scopesOf(address) ?? []) {
      const addresses = this.urlsByScope.get(scope);
      addresses?.delete(address);
      if (addresses?.size === 0) this.urlsByScope.delete(scope);
    }
  }

  /** Removes the responses of the scopes, and marks those being rendered as stale, so that they are not cached. */
  private invalidate(scopes: string[]): void {
    const all = scopes.includes(ALL_SCOPES);
    for (const [address, flight] of this.flights) {
      if (!all && !flight.scopes.some((scope) => scopes.includes(scope))) continue;
      flight.isStale = true;
      this.flights.delete(address);
    }
    if (all) this.responses.clear();
    else {
      for (const scope of scopes) {
        for (const address of [...(this.urlsByScope.get(scope) ?? [])]) this.responses.delete(address);
      }
    }
  }

  private pass({ request, response }: Exchange): void {
    void this.run(request, response);
  }

  private async run(
    request: IncomingMessage,
    response: ServerResponse,
    handler = this.options.handler,
  ): Promise<void> {
    try {
      await handler(request, response);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  }
}
