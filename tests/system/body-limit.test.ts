import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootDatabase } from "@/lib/platform/db/boot";
import { db, disconnect } from "@/lib/platform/db/client";
import { dataPath } from "@/lib/platform/embedded-postgres/data-folder";
import { aClaim, anArticle, aVerdict, published, someEvidence } from "@/tests/factories/desk";
import { type RunningDesk, startDesk } from "./running-desk";
import { type Member, members, send } from "./staff";

// Limits against large request bodies and slow readers of exports, on a running desk.
const dataDir = path.resolve("data/test-body-limit");
const PORT = 3191;
const MEGABYTE = 1024 * 1024;
/** Enough claims that an export exceeds all socket buffers. */
const CLAIMS = 30;
const PATIENCE = { timeout: 20_000 };

let desk: RunningDesk;
let database: Awaited<ReturnType<typeof bootDatabase>>;
let editor: Member;
let claim: { id: string; slug: string };

beforeAll(async () => {
  desk = await startDesk(dataDir, PORT);
  database = await bootDatabase({ DATA_DIR: dataDir });
  const [[first], [second]] = [await members("editor", 1), await members("publisher", 1)];
  if (!first || !second) throw new Error("There is nobody.");
  editor = first;
  const { id: articleId } = await anArticle(editor.context);
  for (let n = 0; n < CLAIMS; n++) {
    claim = await aClaim(editor.context, { articleId, text: { en: `It cost $6M, said ${n}.` } });
    await someEvidence(editor.context, claim.id);
    await published(editor.context, second.context, aVerdict(claim.id));
  }
}, 240_000);

afterAll(async () => {
  await disconnect();
  await database?.stop();
  await desk?.stop();
}, 60_000);

/** JSON of this size whose parsed form takes far more memory: an object for every three bytes. */
function largeJson(bytes: number): Buffer {
  const body = Buffer.alloc(bytes, "[],");
  body[0] = "[".charCodeAt(0);
  body.write("[]]", bytes - 3);
  return body;
}

const inPieces = (body: Buffer) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      for (let at = 0; at < body.length; at += MEGABYTE) {
        controller.enqueue(body.subarray(at, at + MEGABYTE));
      }
      controller.close();
    },
  });

const doors: Array<[method: string, path: string]> = [
  ["POST", "/api/v1/desk/create-article"],
  ["PUT", "/api/desk/drafts"],
  ["POST", "/sign-in"],
  ["POST", "/ar/sign-in"],
  ["POST", "/desk/articles/new"],
  ["POST", "/api/nothing"],
];

test.each(doors)(
  "%s %s refuses a body of 100 MB, and the desk goes on",
  async (method, door) => {
    const large = largeJson(100 * MEGABYTE);
    const headers = { cookie: editor.cookie, "content-type": "application/json" };
    for (const body of [large, inPieces(large)]) {
      const answer = await fetch(desk.address + door, {
        method,
        headers,
        body,
        duplex: "half",
      } as RequestInit);
      expect(answer.status).toBe(413);
      expect(await answer.json()).toEqual({
        error: { code: "too_large", message: expect.any(String), details: [] },
      });
    }
    expect((await fetch(`${desk.address}/api/health/ready`)).status).toBe(200);
    const assigned = await send(desk.address, editor, "assign-claim", {
      claimId: claim.id,
      priority: "high",
    });
    expect(assigned.status).toBe(200);
  },
  60_000,
);

test("a long article within the limit is accepted", async () => {
  const text = "كلمة ".repeat(190_000);
  const article = { kind: "news", title: "مقال", language: "ar", publisher: "P", disclosure: {}, text };
  expect(Buffer.byteLength(JSON.stringify(article))).toBeGreaterThan(1.5 * MEGABYTE);
  expect((await send(desk.address, editor, "create-article", article)).status).toBe(200);
});

/** The pid of the server process, a child of `npm start`. */
function findServer(): number {
  const { pid } = JSON.parse(readFileSync(dataPath(dataDir, "running"), "utf8"));
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const server = lines
    .map((line) => line.trim().split(/\s+/))
    .find(
      ([, parent, ...args]) =>
        Number(parent) === pid && args.some((text) => text.includes("veritable-server")),
    );
  return Number(server?.[0]);
}

/** The number of exports that are running in the database. */
async function countRunningExports(): Promise<number> {
  const [row] = await db().$queryRaw<[{ count: bigint }]>`
    SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'COPY%'`;
  return Number(row.count);
}

test("ten clients that do not read their export delay other exports only", { timeout: 120_000 }, async () => {
  await db().$executeRaw`UPDATE public_claim SET record_tail = record_tail || repeat(' ', ${MEGABYTE})`;
  const sockets = Array.from({ length: 10 }, () => {
    const socket = net.connect(PORT, "localhost").pause();
    socket.on("error", () => {});
    socket.write("GET /api/v1/verdicts.json HTTP/1.1\r\nhost: here\r\n\r\n");
    return socket;
  });
  const ask = () => fetch(`${desk.address}/api/v1/verdicts.ndjson`);
  await expect.poll(countRunningExports, PATIENCE).toBe(4);
  const refused = await ask();
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ error: { code: "unavailable" } });
  expect((await fetch(`${desk.address}/api/health/ready`)).status).toBe(200);
  expect((await fetch(`${desk.address}/?q=cost`)).status).toBe(200);
  for (const priority of ["low", "high", "low", "high", "low", "high"]) {
    const { status } = await send(desk.address, editor, "assign-claim", { claimId: claim.id, priority });
    expect(status).toBe(200);
  }
  for (const socket of sockets) socket.destroy();
  await expect
    .poll(async () => {
      const answer = await ask();
      const text = answer.status === 200 ? await answer.text() : "";
      return text.length;
    }, PATIENCE)
    // All except the assigned claim, whose row was rewritten.
    .toBeGreaterThan((CLAIMS - 1) * MEGABYTE);
});

test("a server process that ends is restarted on the same running database", {
  timeout: 120_000,
}, async () => {
  const began = await db().$queryRaw`SELECT pg_postmaster_start_time()`;
  const pid = findServer();
  process.kill(pid, "SIGKILL");
  await expect.poll(() => findServer() || pid, { timeout: 60_000 }).not.toBe(pid);
  const ready = () =>
    fetch(`${desk.address}/api/health/ready`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(ready, { timeout: 60_000 }).toBe(200);
  expect(await db().$queryRaw`SELECT pg_postmaster_start_time()`).toEqual(began);
});
