// npm run bench: see docs/performance.md.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "pg";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { orderedScanPage, selectThenSortPage } from "@/lib/public/claims/list";
import { orderOf } from "@/lib/public/claims/sort";
import { timed } from "./console";
import { createPeerIndex, explainQuery, openCorpus, warmFileCache } from "./database";
import { measureDemoSearch, measurePublicationDelay, openDemo } from "./demo";
import { drive, type LoadResult, medianResult } from "./drive";
import { type ExportResult, measureExport } from "./exports";
import { corpusFolder, options } from "./options";
import { measureDeepPages, measurePageWeight } from "./pages";
import { processMemory, resetPeakMemory, type Server, startServer } from "./processes";
import { measureCorpusSearch } from "./quality";
import { measureRandomRequests } from "./random-requests";
import { type Report, type ScenarioResult, writeReport } from "./report";
import { type Scenario, scenarios } from "./scenarios";

const tsx = ["--import", "tsx"];
const next = path.resolve("node_modules/next/dist/bin/next");

/** The size of the corpus that larger ones are compared with, in the same run. */
const SMALLEST = 10_000;

async function main(): Promise<void> {
  console.log(
    `${options.claims} claims, ${options.connections} connections, ${options.rounds} rounds of ${options.seconds} s`,
  );
  const corpus = await timed("corpus", () => openCorpus(corpusFolder(options.claims), options.claims));
  const small =
    options.claims > SMALLEST
      ? await timed("smallest corpus", () => openCorpus(corpusFolder(SMALLEST), SMALLEST))
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

/** The servers under test; `small` is an app with the smallest corpus, null if that is the app's own. */
type Servers = { app: Server; small: Server | null; peers: Peers; watch: Pool };

async function measure(url: string, smallUrl: string | null, servers: Server[]): Promise<void> {
  const started = async (name: string, launch: () => Promise<Server>) => {
    const server = await timed(name, launch);
    servers.push(server);
    return server;
  };
  const { app, peers } = await startAll(url, started);
  const plans = await explainPlans(url);
  const { visible, search } = await measureDemo(url, app, started);
  const small =
    smallUrl &&
    (await started("an app with the smallest corpus", () => startApp(smallUrl, options.port + 5, secrets())));
  const weight = await measurePageWeight(app.address);
  resetPeakMemory(app.pid);
  const measured: ScenarioResult[] = [];
  const watch = new Pool({ connectionString: url, max: 1 });
  for (const scenario of scenarios) {
    measured.push(await measureScenario(scenario, { app, small: small || null, peers, watch }));
  }
  await watch.end();
  let peakMb = processMemory(app.pid).peak;
  const deepest = await measureDeepPages(app.address);
  const random = await timed("random questions", () => measureRandomRequests(app, 17));
  let exported: ExportResult | null = null;
  if ("export".includes(options.only)) {
    exported = await timed("export", () => measureExport(app, url, options.rounds));
    peakMb = Math.max(peakMb, processMemory(app.pid).peak);
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
  await timed("index of the bare server", () => createPeerIndex(url));
  const bare = await started("bare server", () =>
    startServer({ args: [...tsx, "bench/servers/bare.ts"], port: port + 1, env }),
  );
  const still = await started("static server", () =>
    startServer({ args: [...tsx, "bench/servers/static.ts"], port: port + 2, env: { APP: app.address } }),
  );
  await timed("bare Next's build", async () => {
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

/** Measures the publication delay on the demo desk, and the search quality on both data sets. */
async function measureDemo(
  url: string,
  app: Server,
  started: (name: string, launch: () => Promise<Server>) => Promise<Server>,
) {
  const keys = secrets();
  const demoUrl = await timed("demo desk", () => openDemo(url, keys));
  const search = {
    "demo desk": await measureDemoSearch(),
    ...(await timed("search quality", () => measureCorpusSearch(app.address, options.claims))),
  };
  const other = await started("a second app process", () => startApp(demoUrl, options.port + 4, keys));
  return { visible: await timed("publications", () => measurePublicationDelay(other)), search };
}

function startApp(url: string, port: number, keys: Record<string, string>): Promise<Server> {
  return startServer({
    args: ["scripts/start.mjs"],
    port,
    path: "/api/v1/claims?limit=1",
    env: {
      DATA_DIR: `${corpusFolder(options.claims)}-app-${port}`,
      DATABASE_URL: url,
      DEMO: "false",
      BASE_URL: `http://127.0.0.1:${port}`,
      ...keys,
    },
  });
}

/** Creates the secrets that an external database requires, for this run only. */
function secrets() {
  return {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    LOG_KEY: randomBytes(32).toString("base64url"),
  };
}

/** Measures the app, its peer and the app with the smallest corpus alternately, and returns the medians. */
async function measureScenario(
  scenario: Scenario,
  { app, small, peers, watch }: Servers,
): Promise<ScenarioResult> {
  const { name, peer, goal } = scenario;
  const { claims } = options;
  const turns: Record<"ours" | "theirs" | "small", LoadResult[]> = { ours: [], theirs: [], small: [] };
  if (peer !== "static") {
    await warmFileCache(corpusFolder(claims));
    if (small) await warmFileCache(corpusFolder(SMALLEST));
  }
  for (let round = 0; round < options.rounds; round++) {
    await waitUntilIdle(watch);
    turns.ours.push(await drive(app.address, scenario.app(1000 + round, claims)));
    if (small) {
      await waitUntilIdle(watch);
      turns.small.push(await drive(small.address, scenario.app(1000 + round, SMALLEST)));
    }
    await waitUntilIdle(watch);
    const paths = scenario.peerPath ?? scenario.app;
    turns.theirs.push(await drive(peers[peer].address, paths(2000 + round, claims)));
  }
  const [ours, theirs] = [medianResult(turns.ours), medianResult(turns.theirs)];
  await waitUntilIdle(watch);
  const alone = await drive(app.address, scenario.app(3000, claims), 1);
  const ratio = ours.perSecond / theirs.perSecond;
  console.log(`  ${name}: ${Math.round(ours.perSecond)}/s, ${ratio.toFixed(2)} of ${peer} (goal ${goal})`);
  return { name, peer, goal, ours, theirs, alone, ratio, small: small && medianResult(turns.small) };
}

/** Waits until PostgreSQL is idle: queries of the last measurement may still run after its end. */
async function waitUntilIdle(watch: Pool): Promise<void> {
  for (let times = 0; times < 5; times++) {
    const { rows } = await watch.query<{ busy: number }>(
      "SELECT count(*)::int AS busy FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    if (rows[0]?.busy) times = -1;
    await delay(100);
  }
}

async function explainPlans(url: string): Promise<Record<string, string>> {
  const pool = new Pool({ connectionString: url });
  const plans: Record<string, string> = {};
  const queries = [
    { filter: {}, page: orderedScanPage },
    { filter: { topic: "topic-3" }, page: orderedScanPage },
    { filter: { status: "false", sort: "claim" }, page: orderedScanPage },
    { filter: { status: "false", language: "ar" }, page: orderedScanPage },
    { filter: { claimant: "speaker-100", topic: "topic-40" }, page: selectThenSortPage },
  ];
  for (const { filter, page } of queries) {
    const query = { ...claimQuerySchema.parse(filter), search: null };
    plans[JSON.stringify(filter)] = await explainQuery(pool, page(query, orderOf(query, "en"), "record"));
  }
  await pool.end();
  return plans;
}

await main();
process.exit(0);
