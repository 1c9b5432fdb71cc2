// The app server: the response cache, and Next behind it. The build bundles it into one file, which npm start runs.
import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { LocaleId } from "@/lib/i18n/locales";
import { findApiHandler } from "@/lib/server/api/api-handlers";
import { readClaimTable } from "@/lib/server/claim-table";
import { bodyTooLarge } from "@/lib/server/http/body";
import { errorResponse } from "@/lib/server/http/responses";
import { createPageHandlers } from "@/lib/server/page-handlers";
import { withBodyLimit } from "@/lib/server/response-cache/body-limit";
import { withCopiedPathRedirect } from "@/lib/server/response-cache/copied-path-redirect";
import { withDirectResponses } from "@/lib/server/response-cache/direct-responses";
import { withPathValidation } from "@/lib/server/response-cache/path-validation";
import { renderWithNext } from "@/lib/server/response-cache/render-with-next";
import { type Handler, ResponseCache } from "@/lib/server/response-cache/response-cache";
import { withStallTimeout } from "@/lib/server/response-cache/stall-timeout";
import { connectVersions } from "@/lib/server/response-cache/version-connection";
import { securityHeaders } from "@/lib/server/security-headers.mjs";
import type { SearchParams } from "@/lib/server/table-query";
import { MAX_BODY_BYTES } from "@/lib/text/body-size";
import { nextHostname } from "./next-hostname";

/** In bytes: fits a URL with the longest search, percent-encoded, and cookies. */
const maxHeaderSize = 128 * 1024;

/** Serves until a signal; then completes open requests and ends the process. */
async function listen(): Promise<void> {
  const { HOST, PORT, BASE_URL, DATABASE_URL = "", PUBLIC_CACHE_MB } = env();
  const app = next({ dev: false, hostname: nextHostname(HOST), port: PORT });
  await app.prepare();
  const handler = app.getRequestHandler();
  const nextHandler: Handler = (request, response) => handler(request, response);
  const findPageHandler = createPageHandlers(
    (address) => renderWithNext(address, nextHandler, BASE_URL),
    renderTable,
  );
  const cache = new ResponseCache({
    handler: nextHandler,
    renderer: withDirectResponses({
      find: (path) => findApiHandler(path) ?? findPageHandler(path),
      next: nextHandler,
      origin: BASE_URL,
      headers: securityHeaders,
    }),
    origin: BASE_URL,
    maxBytes: PUBLIC_CACHE_MB * 1024 * 1024,
  });
  const connection = PUBLIC_CACHE_MB > 0 ? connectVersions(DATABASE_URL, cache.versions) : null;
  const validated = withPathValidation({
    handler: withCopiedPathRedirect((request, response) => cache.handle(request, response), securityHeaders),
    reject: () => errorResponse(malformedPathError()),
  });
  const limited = withBodyLimit({
    handler: validated,
    maxBytes: MAX_BODY_BYTES,
    reject: () => errorResponse(bodyTooLarge()),
  });
  const handle = withStallTimeout(limited);
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
  // Imported at its first use, to keep the start short.
  const { renderClaimTable } = await import("@/components/claim-table/render-claim-table");
  const status: 200 | 503 = content.problem === "too_slow" ? 503 : 200;
  return { markup: await renderClaimTable(content, locale), status };
}

function malformedPathError(): AppError {
  const details = [{ path: "", message: "must be UTF-8 in percent-encoding" }];
  return new AppError("invalid", "The path is not valid percent-encoding.", details);
}

await listen();
