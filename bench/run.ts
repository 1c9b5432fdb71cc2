// npm run bench: see docs/performance.md.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "pg";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { selectedPage, walkedPage } from "@/lib/public/claims/list";
import { orderOf } from "@/lib/public/claims/sort";
import { indexForPeer, openCorpus, planOf, readFiles } from "./database";
import { demoFigures, openDemo, publishedToVisible } from "./demo";
import { drive, medianTurn, type Turn } from "./drive";
import { type ExportResult, measureExport } from "./exports";
import { folderOf, options } from "./options";
import { deepestAgainstFirst, weightOf } from "./pages";
import { said } from "./print";
import { forgetPeak, memoryOf, type Server, startServer } from "./processes";
import { corpusFigures } from "./quality";
import { randomQuestions } from "./random-questions";
import { type Measured, type Report, writeReport } from "./report";
import { type Scenario, scenarios } from "./scenarios";

const tsx = ["--import", "tsx"];
const next = path.resolve("node_modules/next/dist/bin/next");

/** The corpus that larger ones are compared with, in the same run: what a machine does changes from one to the next. */
const SMALLEST = 10_000;

async function main(): Promise<void> {
  console.log(
    `${options.claims} claims, ${options.connections} connections, ${options.rounds} rounds of ${options.seconds} s`,
  );
  const corpus = await said("corpus", () => openCorpus(folderOf(options.claims), options.claims));
  const small =
    options.claims > SMALLEST
      ? await said("smallest corpus", () => openCorpus(folderOf(SMALLEST), SMALLEST))
      : null;
  const servers: Server[] = [];
  try {
    await measure(corpus.url, small?.url ?? null, servers);
  } finally {
    for (const server of servers.reverse()) await server.stop();
    await small?.stop();
    await corpus.stop();
  }
}

type Peers = Record<Scenario["peer"], Server>;

/** Who is driven in turn; `small` is an app with the smallest corpus, null where that is the app's own. */
type Driven = { app: Server; small: Server | null; peers: Peers; watch: Pool };

async function measure(url: string, smallUrl: string | null, servers: Server[]): Promise<void> {
  const started = async (name: string, launch: () => Promise<Server>) => {
    const server = await said(name, launch);
    servers.push(server);
    return server;
  };
  const { app, peers } = await startAll(url, started);
  const plans = await plansOf(url);
  const { visible, search } = await onDemo(url, app, started);
  const small =
    smallUrl &&
    (await started("an app with the smallest corpus", () => startApp(smallUrl, options.port + 5, secrets())));
  const weight = await weightOf(app.address);
  forgetPeak(app.pid);
  const measured: Measured[] = [];
  const watch = new Pool({ connectionString: url, max: 1 });
  for (const scenario of scenarios) {
    measured.push(await inTurn(scenario, { app, small: small || null, peers, watch }));
  }
  await watch.end();
  let peakMb = memoryOf(app.pid).peak;
  const deepest = await deepestAgainstFirst(app.address);
  const random = await said("random questions", () => randomQuestions(app, 17));
  let exported: ExportResult | null = null;
  if ("export".includes(options.only)) {
    exported = await said("export", () => measureExport(app, url, options.rounds));
    peakMb = Math.max(peakMb, memoryOf(app.pid).peak);
  }
  const report: Report = {
    claims: options.claims,
    at: new Date().toISOString(),
    node: process.version,
    measured,
    exported,
    deepest,
    random,
    weight,
    visible,
    search,
    peakMb,
    plans,
  };
  writeReport(report);
}

async function startAll(
  url: string,
  started: (name: string, launch: () => Promise<Server>) => Promise<Server>,
) {
  const { port } = options;
  const keys = secrets();
  const env = { DATABASE_URL: url, NEXT_TELEMETRY_DISABLED: "1", ...keys };
  const folder = path.resolve("bench/next");
  const app = await started("app", () => startApp(url, port, keys));
  await said("the bare server's index of words", () => indexForPeer(url));
  const bare = await started("bare server", () =>
    startServer({ args: [...tsx, "bench/servers/bare.ts"], port: port + 1, env }),
  );
  const still = await started("static server", () =>
    startServer({ args: [...tsx, "bench/servers/static.ts"], port: port + 2, env: { APP: app.address } }),
  );
  await said("bare Next's build", async () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [next, "build"], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  });
  const bareNext = await started("bare Next", () =>
    startServer({ args: [next, "start", "-p", String(port + 3)], port: port + 3, cwd: folder, env }),
  );
  const peers: Peers = { bare, static: still, next: bareNext };
  return { app, peers };
}

/** What is measured on the demo desk, and how well both desks are searched. */
async function onDemo(
  url: string,
  app: Server,
  started: (name: string, launch: () => Promise<Server>) => Promise<Server>,
) {
  const keys = secrets();
  const demoUrl = await said("demo desk", () => openDemo(url, keys));
  const search = {
    "demo desk": await demoFigures(),
    ...(await said("search quality", () => corpusFigures(app.address, options.claims))),
  };
  const other = await started("a second app process", () => startApp(demoUrl, options.port + 4, keys));
  return { visible: await said("publications", () => publishedToVisible(other)), search };
}

function startApp(url: string, port: number, keys: Record<string, string>): Promise<Server> {
  return startServer({
    args: ["scripts/start.mjs"],
    port,
    path: "/api/v1/claims?limit=1",
    env: {
      DATA_DIR: `${folderOf(options.claims)}-app-${port}`,
      DATABASE_URL: url,
      DEMO: "false",
      BASE_URL: `http://127.0.0.1:${port}`,
      ...keys,
    },
  });
}

/** Secrets that a given database asks for, made for this run alone. */
function secrets() {
  return {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    LOG_KEY: randomBytes(32).toString("base64url"),
  };
}

/** The app, its peer and the app with the smallest corpus, as often as there are rounds; the medians. */
async function inTurn(scenario: Scenario, { app, small, peers, watch }: Driven): Promise<Measured> {
  const { name, peer, goal } = scenario;
  const { claims } = options;
  const turns: Record<"ours" | "theirs" | "small", Turn[]> = { ours: [], theirs: [], small: [] };
  if (peer !== "static") {
    await readFiles(folderOf(claims));
    if (small) await readFiles(folderOf(SMALLEST));
  }
  for (let round = 0; round < options.rounds; round++) {
    await quiet(watch);
    turns.ours.push(await drive(app.address, scenario.app(1000 + round, claims)));
    if (small) {
      await quiet(watch);
      turns.small.push(await drive(small.address, scenario.app(1000 + round, SMALLEST)));
    }
    await quiet(watch);
    const paths = scenario.peerPath ?? scenario.app;
    turns.theirs.push(await drive(peers[peer].address, paths(2000 + round, claims)));
  }
  const [ours, theirs] = [medianTurn(turns.ours), medianTurn(turns.theirs)];
  await quiet(watch);
  const alone = await drive(app.address, scenario.app(3000, claims), 1);
  const ratio = ours.perSecond / theirs.perSecond;
  console.log(`  ${name}: ${Math.round(ours.perSecond)}/s, ${ratio.toFixed(2)} of ${peer} (goal ${goal})`);
  return { name, peer, goal, ours, theirs, alone, ratio, small: small && medianTurn(turns.small) };
}

/** Waits until PostgreSQL has nothing to do: what was asked for in the last turn is worked on after its end. */
async function quiet(watch: Pool): Promise<void> {
  for (let times = 0; times < 5; times++) {
    const { rows } = await watch.query<{ busy: number }>(
      "SELECT count(*)::int AS busy FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    if (rows[0]?.busy) times = -1;
    await delay(100);
  }
}

async function plansOf(url: string): Promise<Record<string, string>> {
  const pool = new Pool({ connectionString: url });
  const plans: Record<string, string> = {};
  const asked = [
    { filter: {}, page: walkedPage },
    { filter: { topic: "topic-3" }, page: walkedPage },
    { filter: { status: "false", sort: "claim" }, page: walkedPage },
    { filter: { status: "false", language: "ar" }, page: walkedPage },
    { filter: { claimant: "speaker-100", topic: "topic-40" }, page: selectedPage },
  ];
  for (const { filter, page } of asked) {
    const query = { ...claimQuerySchema.parse(filter), search: null };
    plans[JSON.stringify(filter)] = await planOf(pool, page(query, orderOf(query, "en"), "record"));
  }
  await pool.end();
  return plans;
}

await main();
process.exit(0);
