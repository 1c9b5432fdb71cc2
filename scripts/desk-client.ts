import { setTimeout as delay } from "node:timers/promises";
import { CheckFailure, mismatch } from "@/lib/record/verify/failure";

/** How long a desk may send nothing. */
const SILENCE_MS = 30_000;
const TRIES = 4;
const LONGEST_WAIT_S = 10;

/** Reads public paths of a desk. Each method throws a CheckFailure if the desk does not respond. */
export type DeskClient = {
  json(path: string): Promise<unknown>;
  /** Null for a 404. */
  find(path: string): Promise<unknown>;
  /** The values of NDJSON. */
  lines(path: string): AsyncGenerator<unknown, void, void>;
};

/** Creates a client of the public API of the desk at this origin. */
export function deskClient(desk: string): DeskClient {
  const find = async (path: string) => {
    const [url, quiet] = [`${desk}${path}`, silenceTimer()];
    try {
      const response = await request(url, quiet.signal);
      if (response.status === 404) return null;
      return parsed(await response.text(), path);
    } catch (error) {
      throw error instanceof CheckFailure ? error : silent(url, error);
    } finally {
      quiet.stop();
    }
  };
  return {
    find,
    async json(path) {
      const value = await find(path);
      if (value === null) throw new CheckFailure("unreadable", `${desk}${path} does not exist (404).`);
      return value;
    },
    lines: (path) => linesOf(`${desk}${path}`, path),
  };
}

async function* linesOf(url: string, path: string): AsyncGenerator<unknown, void, void> {
  const quiet = silenceTimer();
  try {
    const response = await request(url, quiet.signal);
    if (response.status === 404 || !response.body)
      throw new CheckFailure("unreadable", `${url} has no content (${response.status}).`);
    for await (const line of textLines(response.body)) {
      quiet.heard();
      if (line !== "") yield parsed(line, path);
    }
  } catch (error) {
    throw error instanceof CheckFailure ? error : silent(url, error);
  } finally {
    quiet.stop();
  }
}

/** Yields the lines of a body. Throws if it is cut off, which readline would take for its end. */
async function* textLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(part, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest + decoder.decode();
}

/** Aborts a request if the desk sends nothing for too long. */
function silenceTimer() {
  const controller = new AbortController();
  const late = new Error(`silent for ${SILENCE_MS / 1000} seconds`);
  const timer = setTimeout(() => controller.abort(late), SILENCE_MS);
  return { signal: controller.signal, heard: () => timer.refresh(), stop: () => clearTimeout(timer) };
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, { signal, redirect: "error" });
    if (response.ok || response.status === 404) return response;
    const busy = response.status === 503 || response.status === 429;
    if (!busy || tries === TRIES)
      throw new CheckFailure("unreadable", `${url} cannot be read: it responded with ${response.status}.`);
    await response.body?.cancel();
    await delay(Math.min(Number(response.headers.get("retry-after")) || tries, LONGEST_WAIT_S) * 1000);
  }
}

function silent(url: string, error: unknown): CheckFailure {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  const reason = cause instanceof Error && cause.message ? cause.message : message;
  return new CheckFailure("unreadable", `${url} cannot be reached: ${reason}.`);
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw mismatch(`${path}: what the desk responded with is no JSON.`);
  }
}
