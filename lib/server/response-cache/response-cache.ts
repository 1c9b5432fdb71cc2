import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { isUnchanging, scopesOf } from "./addresses";
import { type Captured, CapturedResponse } from "./captured-response";
import { PublicVersions } from "./public-versions";
import { renderRequest } from "./render-request";
import { isKeepable, isPublicRead } from "./rules";
import { StoredAnswer } from "./stored-answer";

/** Answers one request, as Next's handler does. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

type CacheOptions = {
  /** Who answers what is not kept: the signed-in, and what nobody may keep. */
  handler: Handler;
  /** Who makes what is kept; `handler` where none is given. */
  maker?: Handler;
  /** The address that readers use, as an origin: answers are made for it, whatever a request calls us. */
  origin: string;
  /** Bytes to keep at most. */
  maxBytes: number;
  /** Bytes from which on an answer is streamed and not kept. */
  largest?: number;
};

/** What somebody asked for. */
type Ask = { address: string; scopes: string[]; request: IncomingMessage; response: ServerResponse };

/** An answer that is being made, for all who ask for it meanwhile. */
type Flight = { scopes: string[]; stale: boolean; answer: Promise<StoredAnswer | null> };

const LARGEST = 2 * 1024 * 1024;
const EVERYTHING = "*";

/**
 * Stands before Next: what is public and has not changed since it was made is answered from memory. Who is answered
 * from memory, or with what was asked for by somebody before, has had the database asked after their request arrived;
 * see docs/decisions/015-response-cache.md.
 */
export class ResponseCache {
  readonly versions: PublicVersions;
  private readonly answers: LRUCache<string, StoredAnswer>;
  /** What was too large last time: asked of Next at once, which packs as it streams. */
  private readonly large = new LRUCache<string, true>({ max: 1000 });
  private readonly flights = new Map<string, Flight>();
  /** The addresses kept under a scope. */
  private readonly kept = new Map<string, Set<string>>();

  constructor(private readonly options: CacheOptions) {
    this.answers = new LRUCache({
      maxSize: options.maxBytes,
      sizeCalculation: (answer) => answer.size,
      dispose: (_answer, address, reason) => {
        if (reason !== "set") this.forget(address);
      },
    });
    this.versions = new PublicVersions(
      (scopes) => this.drop(scopes),
      () => this.drop([EVERYTHING]),
    );
  }

  /** Answers a request. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const scopes = this.versions.connected && isPublicRead(request) ? scopesOf(request.url ?? "") : null;
    const ask: Ask = { address: request.url ?? "", scopes: scopes ?? [], request, response };
    if (!scopes || this.large.has(ask.address)) this.pass(ask);
    else if (this.answers.has(ask.address) || this.flights.has(ask.address)) void this.answerKnown(ask);
    else this.make(ask);
  }

  /** Answers with what is there once the database was asked: after the request arrived, that is. */
  private async answerKnown(ask: Ask): Promise<void> {
    // What stands in no scope never changes.
    if (ask.scopes.length > 0 && !(await this.versions.check())) return this.pass(ask);
    const answer = this.answers.get(ask.address);
    if (answer) return answer.send(ask.request, ask.response);
    const flight = this.flights.get(ask.address);
    if (flight) this.give(await flight.answer, ask);
    else this.make(ask);
  }

  private give(answer: StoredAnswer | null, ask: Ask): void {
    if (answer) answer.send(ask.request, ask.response);
    else if (!ask.response.headersSent) this.pass(ask);
  }

  /** Has the answer made, gives it to who asked, and keeps it unless it changed meanwhile. */
  private make(ask: Ask): void {
    const { address, scopes, request, response } = ask;
    const through = request.method === "HEAD" ? null : response;
    const captured = new CapturedResponse(request, through, this.options.largest ?? LARGEST);
    const flight: Flight = {
      scopes,
      stale: false,
      answer: captured.outcome.then((outcome) => this.settle(address, flight, outcome)),
    };
    this.flights.set(address, flight);
    void flight.answer.then((answer) => this.give(answer, ask));
    void this.run(renderRequest(address, this.options.origin), captured, this.options.maker);
  }

  private settle(address: string, flight: Flight, outcome: Captured): StoredAnswer | null {
    if (this.flights.get(address) === flight) this.flights.delete(address);
    if (outcome.kind === "large") this.large.set(address, true);
    if (outcome.kind !== "whole" || outcome.headers["set-cookie"] !== undefined) return null;
    const { status, headers, body } = outcome;
    const answer = new StoredAnswer(status, headers, body, {
      keepable: isKeepable(status, headers, !address.startsWith("/api/")),
      unchanging: isUnchanging(address),
      onGrown: (grown) => this.grow(address, grown),
    });
    if (answer.keepable && !flight.stale) this.keep(address, flight.scopes, answer);
    return answer;
  }

  private keep(address: string, scopes: string[], answer: StoredAnswer): void {
    for (const scope of scopes) {
      const addresses = this.kept.get(scope) ?? new Set();
      this.kept.set(scope, addresses.add(address));
    }
    this.answers.set(address, answer);
    if (!this.answers.has(address)) this.forget(address);
  }

  private grow(address: string, answer: StoredAnswer): void {
    if (this.answers.peek(address) === answer) this.answers.set(address, answer);
  }

  private forget(address: string): void {
    for (const scope of scopesOf(address) ?? []) {
      const addresses = this.kept.get(scope);
      addresses?.delete(address);
      if (addresses?.size === 0) this.kept.delete(scope);
    }
  }

  /** What changed is neither answered from memory any more, nor kept when it is made. */
  private drop(scopes: string[]): void {
    const every = scopes.includes(EVERYTHING);
    for (const [address, flight] of this.flights) {
      if (!every && !flight.scopes.some((scope) => scopes.includes(scope))) continue;
      flight.stale = true;
      this.flights.delete(address);
    }
    if (every) this.answers.clear();
    else {
      for (const scope of scopes) {
        for (const address of [...(this.kept.get(scope) ?? [])]) this.answers.delete(address);
      }
    }
  }

  private pass({ request, response }: Ask): void {
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
