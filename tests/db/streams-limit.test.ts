import { createServer, type RequestListener } from "node:http";
import net, { type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { exportVerdicts } from "@/lib/exchange/exports/verdicts";
import { db } from "@/lib/platform/db/client";
import type { ExportLimits } from "@/lib/platform/db/export-stream";
import { pool } from "@/lib/platform/db/pool";
import { checkDatabase } from "@/lib/platform/db/ready";
import { snapshotStream } from "@/lib/platform/db/snapshot-stream";
import { claimFilterSchema } from "@/lib/public/claims/filters";
import { resolveFilter } from "@/lib/public/claims/where";
import { claimsJson } from "@/lib/server/api/claims";
import { errorResponse } from "@/lib/server/http/responses";
import { aClaim, somebody } from "@/tests/factories/desk";
import { fillProjection } from "@/tests/factories/published-table";

const AT_ONCE = 4;
const MEGABYTE = 1024 * 1024;
const ROWS = 48;
/** Much more than the sockets of a machine hold on the way. */
const SIZE = 40 * MEGABYTE;
const patient: Partial<ExportLimits> = { pace: { bytes: 1, ms: 60_000 } };
const impatient: Partial<ExportLimits> = { pace: { bytes: 64 * 1024, ms: 100 } };
let limits = patient;
/** How many responses ended by our doing. */
let cutOff = 0;

const verdicts = async () =>
  exportVerdicts(
    {
      filter: await resolveFilter(claimFilterSchema.parse({})),
      origin: "https://desk.example",
      now: new Date(),
    },
    limits,
  );
const entries = async () =>
  snapshotStream(async (tx, write) => {
    await tx.$queryRaw`SELECT 1`;
    for (let n = 0; n < SIZE / MEGABYTE; n++) await write("x".repeat(MEGABYTE));
  }, limits);

/** Answers exports as the routes do. */
const listener: RequestListener = async (request, response) => {
  try {
    const stream = request.url === "/entries" ? await entries() : await verdicts();
    const body = Readable.fromWeb(stream as never);
    response.on("close", () => body.destroy());
    body.once("error", () => {
      if (!response.closed) cutOff++;
      response.destroy();
    });
    body.pipe(response);
  } catch (error) {
    const answer = errorResponse(error);
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  }
};
const server = createServer((request, response) => void listener(request, response)).listen(0);
const address = () => `http://localhost:${(server.address() as AddressInfo).port}`;

let sockets: net.Socket[] = [];
/** A socket that asks for an export and reads nothing of it. */
function askAndStall(path: string): void {
  const socket = net.connect((server.address() as AddressInfo).port, "localhost").pause();
  socket.on("error", () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nhost: here\r\n\r\n`);
  sockets.push(socket);
}

/** How many connections of exports the database has, whatever they do. */
async function serving(): Promise<number> {
  const [row] = await db().$queryRaw<[{ count: bigint }]>`
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
      AND xact_start IS NOT NULL`;
  return Number(row.count);
}

async function fill(path: string): Promise<void> {
  for (let n = 0; n < AT_ONCE; n++) askAndStall(path);
  await expect.poll(serving).toBe(AT_ONCE);
}

beforeAll(async () => {
  await fillProjection(pool(), ROWS);
  await pool().query("UPDATE public_claim SET record_tail = record_tail || repeat(' ', $1)", [MEGABYTE]);
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await expect.poll(serving).toBe(0);
  [limits, cutOff] = [patient, 0];
});

afterAll(() => {
  sockets = [];
  server.close();
});

test.each(["/verdicts", "/entries"])(
  "sockets that do not read %s hold up exports alone, and the next one is told when to come back",
  async (path) => {
    await fill(path);
    const refused = await fetch(`${address()}${path}`);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: { code: "unavailable" } });
    await checkDatabase();
    expect(await claimsJson(new Request("https://desk.example/api/v1/claims"), {})).not.toEqual([]);
    await Promise.all(Array.from({ length: 12 }, async () => aClaim(await somebody("editor"))));
  },
);

test.each(["/verdicts", "/entries"])(
  "the places of %s are free again when their clients close",
  async (path) => {
    await fill(path);
    for (const socket of sockets.splice(0)) socket.destroy();
    await expect.poll(serving).toBe(0);
    const answer = await fetch(`${address()}${path}`);
    expect(answer.status).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThanOrEqual(SIZE);
  },
);

test.each(["/verdicts", "/entries"])("who reads %s too slowly is cut off", async (path) => {
  limits = impatient;
  for (let n = 0; n < AT_ONCE; n++) askAndStall(path);
  await expect.poll(() => cutOff).toBe(AT_ONCE);
  await expect.poll(serving).toBe(0);
  limits = patient;
  const answer = await fetch(`${address()}${path}`);
  expect(answer.status).toBe(200);
  await answer.body?.cancel();
});

test("an export that nobody begins to read gives its place back", async () => {
  limits = { ...patient, firstReadMs: 20 };
  for (let n = 0; n < AT_ONCE; n++) await verdicts();
  limits = patient;
  await expect(verdicts()).rejects.toMatchObject({ code: "unavailable" });
  const stream = () => verdicts().catch(() => null);
  await expect.poll(async () => (await stream())?.cancel().then(() => "free")).toBe("free");
});
