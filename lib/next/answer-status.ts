import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

// Next builds its start-up file and the app apart: each has a copy of this module, and both share this one thing.
const kept = globalThis as typeof globalThis & { veritableAnswers?: AsyncLocalStorage<ServerResponse> };

/**
 * From here on, whatever runs for a request knows the answer that Node will send to it. Next gives a server action no
 * way to say its status, and a page none but by throwing: what was refused would be answered with 200.
 */
export function watchAnswers(): void {
  if (kept.veritableAnswers) return;
  const storage = new AsyncLocalStorage<ServerResponse>();
  kept.veritableAnswers = storage;
  subscribe("http.server.request.start", (message) => {
    storage.enterWith((message as { response: ServerResponse }).response);
  });
}

/** Gives the answer to this request the status of a refusal, whatever it says. */
export function refuseAnswer(status: 401 | 403 | 404): void {
  const response = kept.veritableAnswers?.getStore();
  if (!response || response.headersSent) return;
  response.statusCode = status;
  // RFC 9110 asks for it with every 401.
  if (status === 401) response.setHeader("www-authenticate", "Bearer");
}

/** Whether a form of this request was refused, as nobody is signed in. */
export function isRefused(): boolean {
  return kept.veritableAnswers?.getStore()?.statusCode === 401;
}
