// The program that listens: the answers in memory first, and Next behind them. The build packs it into one file, which
// npm start starts.
import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import { readAt } from "@/lib/server/api/reads";
import { readClaimTable } from "@/lib/server/claim-table";
import { filledPages } from "@/lib/server/filled-pages";
import { errorAnswer } from "@/lib/server/http/answers";
import { bodyTooLarge } from "@/lib/server/http/body";
import { limitingBodies } from "@/lib/server/response-cache/body-limit";
import { refusingBroken } from "@/lib/server/response-cache/broken-addresses";
import { redirectingCopied } from "@/lib/server/response-cache/copied-addresses";
import { answeringDirectly } from "@/lib/server/response-cache/direct";
import { renderedByNext } from "@/lib/server/response-cache/rendered-by-next";
import { type Handler, ResponseCache } from "@/lib/server/response-cache/response-cache";
import { endingStalled } from "@/lib/server/response-cache/stalled";
import { connectVersions } from "@/lib/server/response-cache/version-connection";
import { securityHeaders } from "@/lib/server/security-headers.mjs";
import type { SearchParams } from "@/lib/server/table-query";
import { longestBody } from "@/lib/text/form-bytes";
import { nextHostname } from "./next-hostname";

/** Serves until a signal; then finishes what was asked for, and ends the process. */
/** In bytes: an address with the longest message that is searched for, each letter percent-encoded, and cookies. */
const maxHeaderSize = 128 * 1024;

async function listen(): Promise<void> {
  const { HOST, PORT, BASE_URL, DATABASE_URL = "", PUBLIC_CACHE_MB } = env();
  const app = next({ dev: false, hostname: nextHostname(HOST), port: PORT });
  await app.prepare();
  const handler = app.getRequestHandler();
  const ask: Handler = (request, response) => handler(request, response);
  const pageAt = filledPages((address) => renderedByNext(address, ask, BASE_URL), renderTable);
  const cache = new ResponseCache({
    handler: ask,
    maker: answeringDirectly({
      find: (path) => readAt(path) ?? pageAt(path),
      next: ask,
      origin: BASE_URL,
      headers: securityHeaders,
    }),
    origin: BASE_URL,
    maxBytes: PUBLIC_CACHE_MB * 1024 * 1024,
  });
  const connection = PUBLIC_CACHE_MB > 0 ? connectVersions(DATABASE_URL, cache.versions) : null;
  const readable = refusingBroken({
    handler: redirectingCopied((request, response) => cache.handle(request, response), securityHeaders),
    refuse: () => errorAnswer(addressBroken()),
  });
  const limited = limitingBodies({
    handler: readable,
    mostBytes: longestBody,
    refuse: () => errorAnswer(bodyTooLarge()),
  });
  const handle = endingStalled(limited);
  const server = createServer({ maxHeaderSize }, (request, response) => void handle(request, response));
  server.listen(PORT, HOST);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      connection?.close();
      server.close(() => process.exit(0));
      setInterval(() => server.closeIdleConnections(), 50);
    });
  }
}

async function renderTable(locale: LocaleId, params: SearchParams) {
  const content = await readClaimTable(locale, params);
  // Loaded when it is first needed, so that a start need not wait for it.
  const { renderClaimTable } = await import("@/components/claim-table/content");
  const status: 200 | 503 = content.problem === "too_slow" ? 503 : 200;
  return { markup: await renderClaimTable(content, locale), status };
}

function addressBroken(): AppError {
  const details = [{ path: "", message: "must be UTF-8 in percent-encoding" }];
  return new AppError("invalid", "The path is not valid percent-encoding.", details);
}

await listen();
