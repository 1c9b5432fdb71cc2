import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { type Env, parseEnv } from "@/lib/env";
import { connectDatabase, type Database, withBootLock } from "@/lib/platform/db/boot";
import { applyMigrations } from "@/lib/platform/db/migrate";
import { ensureAuthSecret, ensureLogKey } from "@/lib/platform/embedded-postgres/data-folder";
import type { HeldLock } from "@/lib/platform/embedded-postgres/process-lock.mjs";
import {
  disconnectApp,
  ensureFirstPeople,
  type FirstPerson,
  findFirstPasswordsFile,
  hasOutdatedRows,
  isNewDesk,
  loadDemoDesk,
  rebuildOutdatedRows,
} from "./first-start";
import { keepServing } from "./keep-serving";
import { checkPort, localAddress, startServer, waitUntilReady } from "./next-server";
import { createShutdown, type Shutdown } from "./shutdown";
import { duration, printFailure, StepFailure, step } from "./steps.mjs";

/** How long the server of a killed start may take to release its port. */
const LEFTOVER_MS = 7000;

/** The options of a start: development or production, and the lock on its data folder, maybe taken over. */
interface Start {
  dev: boolean;
  lock: HeldLock;
  tookOver: boolean;
  /** Makes the production build. Left out where it is there already: in development and in the container image. */
  build?: (shutdown: Shutdown) => Promise<{ summary: string }>;
}

/**
 * Starts the whole product, from the settings to a ready server, and keeps it running until a signal. Each step prints a
 * line. Ends the process: with 0 after a signal, with 1 after a failure.
 */
export async function serve(start: Start): Promise<void> {
  const shutdown = createShutdown();
  try {
    await bringUp(shutdown, start);
  } catch (error) {
    printFailure(error);
    await shutdown.stop(1, "Stopping.");
  }
}

async function bringUp(shutdown: Shutdown, { dev, lock, tookOver, build }: Start): Promise<void> {
  const given = await step("Settings", readSettings);
  shutdown.first(() => lock.note({ stopping: true }));
  await step("Port", () => checkPort(given, tookOver ? LEFTOVER_MS : 0));
  const database = await openAndWatch(given, shutdown);
  const settings = withSecrets(given, database);
  await prepareDatabase(settings, database);
  if (build) await step("Build", () => build(shutdown));
  await keepServing(shutdown, {
    start: () => startServer(settings, { dev }),
    ready: async (server) => {
      await step("Server", () => waitUntilReady(server, settings));
      server.forward();
    },
  });
  lock.note({ address: localAddress(settings) });
  printWelcome(settings, performance.now());
}

function readSettings(): { summary: string; value: Env } {
  try {
    return { summary: "valid", value: parseEnv(process.env) };
  } catch (error) {
    throw new StepFailure(error instanceof Error ? error.message : String(error), {
      advice:
        "correct them in the environment or in the file .env, then start again. README lists all settings.",
    });
  }
}

async function openAndWatch(given: Env, shutdown: Shutdown): Promise<Database> {
  const database = await step("Database", async () => {
    const opening = connectDatabase(given);
    // A shutdown waits until the database is up: a half-started server would be left behind.
    shutdown.add(async () => (await opening.catch(() => null))?.stop());
    const opened = await opening;
    const state = opened.started ? "started" : "already running";
    return {
      summary: opened.kind === "embedded" ? `embedded PostgreSQL ${state}` : "connected to DATABASE_URL",
      value: opened,
    };
  });
  if (database.kind === "embedded") await watch(database.url, shutdown);
  return database;
}

/** Stops the app when its embedded database is gone, so that a supervisor can restart both. */
async function watch(url: string, shutdown: Shutdown): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "veritable watch", keepAlive: true });
  await client.connect();
  client.on("error", () => {});
  client.on("end", async () => {
    await delay(500);
    if (shutdown.stopping) return;
    await watch(url, shutdown).catch(() => shutdown.stop(1, "Stopping: the embedded PostgreSQL is gone."));
  });
}

/** Adds the database's URL and the secrets to the settings, and to `process.env` for app code in this process. */
function withSecrets(given: Env, database: Database): Env & { DATABASE_URL: string; AUTH_SECRET: string } {
  const settings = {
    ...given,
    DATABASE_URL: database.url,
    AUTH_SECRET: given.AUTH_SECRET ?? ensureAuthSecret(given.DATA_DIR).secret,
    ...(database.kind === "embedded" && { LOG_KEY: given.LOG_KEY ?? ensureLogKey(given.DATA_DIR) }),
  };
  process.env.DATABASE_URL = settings.DATABASE_URL;
  process.env.AUTH_SECRET = settings.AUTH_SECRET;
  if (settings.LOG_KEY) process.env.LOG_KEY = settings.LOG_KEY;
  process.env.BASE_URL = settings.BASE_URL;
  return settings;
}

async function prepareDatabase({ DEMO, DATA_DIR }: Env, { url }: Database): Promise<void> {
  await withBootLock(url, async (client) => {
    await step("Migrations", async () => {
      const applied = await applyMigrations(url, path.resolve("prisma/migrations"));
      return { summary: applied.length ? `applied ${applied.join(", ")}` : "up to date" };
    });
    const isNew = await isNewDesk(client);
    if (isNew && DEMO) await step("Demo desk", loadDemoDesk);
    const people = await step("People", async () => {
      const created = await ensureFirstPeople(client, DATA_DIR);
      return { summary: created ? `created the first ${created.length}` : "already there", value: created };
    });
    if (people) printPasswords(people, DATA_DIR);
    const incomplete = await hasOutdatedRows(client);
    if (incomplete) await step("Readers' table", rebuildOutdatedRows);
    if (isNew || people || incomplete) await disconnectApp();
  });
}

/** Prints the first passwords at once, because a later step may fail and the next start cannot show them. */
function printPasswords(people: FirstPerson[], dataDir: string): void {
  for (const { role, email, password } of people) console.log(`    ${role.padEnd(10)} ${email}  ${password}`);
  console.log(`  These passwords are shown only once, and are stored in ${findFirstPasswordsFile(dataDir)}`);
}

function printWelcome(settings: Env, tookMs: number): void {
  const address = localAddress(settings);
  const passwords = findFirstPasswordsFile(settings.DATA_DIR);
  console.log(`\nVeritable runs at ${address} (started in ${duration(tookMs)})`);
  if (settings.BASE_URL !== address) console.log(`Its public address is ${settings.BASE_URL}`);
  console.log(`Sign in to the desk at ${address}/desk`);
  if (passwords) console.log(`The first passwords are in ${passwords}`);
  console.log("Stop with Ctrl-C.\n");
}
