import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

// Next bundles the start-up file and the app separately; both copies of this module share this storage.
const shared = globalThis as typeof globalThis & { veritableResponses?: AsyncLocalStorage<ServerResponse> };

/**
 * Makes Node's response available to all code that runs for a request. Next does not let a server action set
 * its status, so that a refusal would be sent with 200.
 */
export function trackResponses(): void {
  if (shared.veritableResponses) return;
  const storage = new AsyncLocalStorage<ServerResponse>();
  shared.veritableResponses = storage;
  subscribe("http.server.request.start", (message) => {
    storage.enterWith((message as { response: ServerResponse }).response);
  });
}

/** Sets the status of the current response to that of a refusal. */
export function setRefusalStatus(status: 401 | 403 | 404): void {
  const response = shared.veritableResponses?.getStore();
  if (!response || response.headersSent) return;
  response.statusCode = status;
  // Required with every 401 (RFC 9110, 15.5.2).
  if (status === 401) response.setHeader("www-authenticate", "Bearer");
}

/** Whether the current response was refused with 401. */
export function isRefused(): boolean {
  return shared.veritableResponses?.getStore()?.statusCode === 401;
}
