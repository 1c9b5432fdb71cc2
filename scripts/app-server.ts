// The program that listens: the answers in memory first, and Next behind them. The build packs it into one file, which
// npm start starts.
import { createServer } from "node:http";
import next from "next";
import { readAt } from "@/lib/api/reads";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { limitingBodies } from "@/lib/front/body-limit";
import { refusingBroken } from "@/lib/front/broken-addresses";
import { redirectingCopied } from "@/lib/front/copied-addresses";
import { answeringDirectly } from "@/lib/front/direct";
import { drawnByNext } from "@/lib/front/drawn-by-next";
import { Front, type Handler } from "@/lib/front/front";
import { endingStalled } from "@/lib/front/stalled";
import { connectVersions } from "@/lib/front/version-connection";
import { filledPages } from "@/lib/pages/reads";
import { errorAnswer } from "@/lib/web/answers";
import { bodyTooLarge } from "@/lib/web/body";
import { longestBody } from "@/lib/web/rules";
import { securityHeaders } from "@/lib/web/security-headers.mjs";
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
  const pageAt = filledPages((address) => drawnByNext(address, ask, BASE_URL));
  const front = new Front({
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
  const connection = PUBLIC_CACHE_MB > 0 ? connectVersions(DATABASE_URL, front.versions) : null;
  const readable = refusingBroken({
    handler: redirectingCopied((request, response) => front.handle(request, response), securityHeaders),
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

function addressBroken(): AppError {
  const details = [{ path: "", message: "must be UTF-8 in percent-encoding" }];
  return new AppError("invalid", "The path is not valid percent-encoding.", details);
}

await listen();
