import { expect, test } from "vitest";
import { keepServing } from "@/scripts/keep-serving";
import type { NodeChild } from "@/scripts/node-child.mjs";
import type { Shutdown } from "@/scripts/shutdown";

/** A desk whose servers end when they are told to. */
function aDesk() {
  const servers: Array<(outcome: string) => void> = [];
  const stopped: string[] = [];
  const start = (): NodeChild => {
    const ended = new Promise<string>((resolve) => servers.push(resolve));
    return { pid: 1, output: () => "", forward: () => {}, ended, end: async () => {} };
  };
  const shutdown: Shutdown = {
    add: () => {},
    first: () => {},
    stop: (_code, reason) => {
      stopped.push(reason);
      return new Promise(() => {});
    },
    get stopping() {
      return stopped.length > 0;
    },
  };
  return { servers, stopped, shutdown, serving: { start, ready: async () => {} } };
}

test("a server that ends by itself is followed by another, and nothing else stops", async () => {
  const { servers, stopped, shutdown, serving } = aDesk();
  await keepServing(shutdown, { ...serving, shortestLifeMs: 0 });
  servers[0]?.("SIGABRT");
  await expect.poll(() => servers.length).toBe(2);
  servers[1]?.("SIGABRT");
  await expect.poll(() => servers.length).toBe(3);
  expect(stopped).toEqual([]);
});

test("one that ends as soon as it serves stops everything", async () => {
  const { servers, stopped, shutdown, serving } = aDesk();
  await keepServing(shutdown, { ...serving, shortestLifeMs: 60_000 });
  servers[0]?.("SIGABRT");
  await expect.poll(() => stopped).toEqual(["Stopping: the server ended by itself (SIGABRT)."]);
  expect(servers).toHaveLength(1);
});

test("where the next one does not get ready, everything stops", async () => {
  const { servers, stopped, shutdown, serving } = aDesk();
  let tries = 0;
  const ready = async () => {
    if (++tries > 1) throw new Error("it did not answer");
  };
  await keepServing(shutdown, { ...serving, ready, shortestLifeMs: 0 });
  servers[0]?.("SIGABRT");
  await expect.poll(() => stopped).toEqual(["Stopping: it did not answer"]);
});
