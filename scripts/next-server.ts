import net from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Env } from "@/lib/env";
import { APP_SERVER } from "./build-paths";
import { isLoopback, nextHostname } from "./next-hostname";
import { type NodeChild, startNode } from "./node-child.mjs";
import { StepFailure } from "./steps.mjs";

const READY_PATH = "/api/health/ready";
const READY_MS = 120_000;
/** Long enough for open requests, short enough for the ten seconds that containers have to stop. */
const GRACE_MS = 5000;
/** Three times the live heap of a busy app. */
const HEAP_MB = 384;
/** The young generation: fits the pages of thirty concurrent readers, so that short-lived objects are not copied. */
const YOUNG_MB = 32;

/** Throws a StepFailure if the app cannot listen on the host and port of the settings, after waiting `timeoutMs`. */
export async function checkPort({ HOST, PORT }: Env, timeoutMs: number): Promise<{ summary: string }> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const code = await listenError(HOST, PORT);
    if (code === null) return { summary: `${HOST}:${PORT} is free` };
    if (code === "EADDRINUSE" && Date.now() < until) {
      await delay(200);
      continue;
    }
    throw portFailure(code, HOST, PORT);
  }
}

function listenError(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

function portFailure(code: string, host: string, port: number): StepFailure {
  if (code === "EADDRINUSE") {
    return new StepFailure(`Another program already listens on port ${port} of ${host}.`, {
      advice: `stop that program, or choose another port: PORT=${port + 1} npm start`,
    });
  }
  if (code === "EACCES") {
    return new StepFailure(`This user may not listen on port ${port}.`, {
      advice: "choose a port above 1023 with PORT, and put a proxy before it.",
    });
  }
  return new StepFailure(`This machine cannot listen on HOST=${host} (${code}).`, {
    advice: "set HOST to 127.0.0.1 (this machine only) or 0.0.0.0 (all of its addresses).",
  });
}

/**
 * Starts the app server, or the development server of Next, with the settings in its environment. Returns at once; see
 * {@link waitUntilReady}.
 */
export function startServer(settings: Env, { dev }: { dev: boolean }): NodeChild {
  const { HOST, PORT } = settings;
  const next = ["node_modules/next/dist/bin/next", "dev", "-p", String(PORT), "-H", nextHostname(HOST)];
  const args = dev ? [...loopbackFlags(HOST), ...next] : ["--no-deprecation", ...heapFlags(), APP_SERVER];
  return startNode(args, serverEnvironment(settings, dev), { graceMs: GRACE_MS, forward: dev });
}

/** Makes Node resolve "localhost" to the right loopback address. */
function loopbackFlags(host: string): string[] {
  return isLoopback(host) ? [`--dns-result-order=${host === "::1" ? "ipv6first" : "ipv4first"}`] : [];
}

/** Limits the heap, which V8 would let grow to a large part of the machine's memory. NODE_OPTIONS takes precedence. */
function heapFlags(): string[] {
  const given = /--max[-_]old[-_]space[-_]size/.test(process.env.NODE_OPTIONS ?? "");
  return given ? [] : [`--max-old-space-size=${HEAP_MB}`, `--max-semi-space-size=${YOUNG_MB}`];
}

function serverEnvironment(settings: Env, dev: boolean): NodeJS.ProcessEnv {
  const texts = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  return {
    ...process.env,
    ...Object.fromEntries(texts),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Waits until the server is ready. Throws a StepFailure with its output if it ends first or takes too long. */
export async function waitUntilReady(server: NodeChild, settings: Env): Promise<{ summary: string }> {
  const url = `${localAddress(settings)}${READY_PATH}`;
  const until = Date.now() + READY_MS;
  let ended: number | string | undefined;
  void server.ended.then((outcome) => {
    ended = outcome;
  });
  let last = "it did not respond";
  while (ended === undefined && Date.now() < until) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      const body = await response.text();
      if (response.status === 200) return { summary: "ready" };
      last = `${READY_PATH} responded with ${response.status}: ${body.slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    await delay(50);
  }
  const what = ended === undefined ? `The server is not ready: ${last}.` : `The server ended with ${ended}.`;
  throw new StepFailure(what, {
    output: server.output(),
    advice: "fix the errors in the output, then start again.",
  });
}

/** The URL of the app on this machine. */
export function localAddress({ HOST, PORT }: Pick<Env, "HOST" | "PORT">): string {
  const everywhere = ["0.0.0.0", "::", "127.0.0.1", "::1", "localhost"].includes(HOST);
  return `http://${everywhere ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;
}
