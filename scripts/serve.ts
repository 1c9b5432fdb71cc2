import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { type Env, parseEnv } from "@/lib/env";
import { type Database, openDatabase, withBootLock } from "@/lib/platform/db/boot";
import { applyMigrations } from "@/lib/platform/db/migrate";
import { ensureAuthSecret, ensureLogKey } from "@/lib/platform/embedded-postgres/data-folder";
import type { HeldLock } from "@/lib/platform/embedded-postgres/process-lock.mjs";
import { ensureBuild } from "./build";
import {
  completeRecords,
  disconnectApp,
  ensureFirstPeople,
  type FirstPerson,
  findPasswordFile,
  isNewDesk,
  lacksRecords,
  loadDemoDesk,
} from "./first-start";
import { keepServing } from "./keep-serving";
import { checkPort, localAddress, startServer, waitUntilReady } from "./next-server";
import { createShutdown, type Shutdown } from "./shutdown";
import { duration, printFailure, StepFailure, step } from "./steps.mjs";

/** How long a server that was left behind by a killed start may take to give its port back. */
const LEFTOVER_MS = 7000;

/** How the start was asked for: with reload or not, and holding its data folder, maybe after one that was killed. */
interface Start {
  dev: boolean;
  lock: HeldLock;
  tookOver: boolean;
}

/**
 * Brings the whole product up, from the settings to an answering server, and keeps it up until a signal. Each step
 * prints its line. Never returns otherwise than by ending the process: 0 after a signal, 1 after a failure.
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

async function bringUp(shutdown: Shutdown, { dev, lock, tookOver }: Start): Promise<void> {
  const given = await step("Settings", readSettings);
  shutdown.first(() => lock.note({ stopping: true }));
  await step("Port", () => checkPort(given, tookOver ? LEFTOVER_MS : 0));
  const database = await openAndWatch(given, shutdown);
  const settings = withSecrets(given, database);
  await fillDatabase(settings, database);
  if (!dev) await step("Build", () => ensureBuild(shutdown));
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

function readSettings(): { said: string; value: Env } {
  try {
    return { said: "valid", value: parseEnv(process.env) };
  } catch (error) {
    throw new StepFailure(error instanceof Error ? error.message : String(error), {
      advice:
        "mend them in the environment or in the file .env, then start again. README lists all settings.",
    });
  }
}

async function openAndWatch(given: Env, shutdown: Shutdown): Promise<Database> {
  const database = await step("Database", async () => {
    const opening = openDatabase(given);
    // Told to end while it comes up, it is let come up first: a half-started server would be left behind.
    shutdown.add(async () => (await opening.catch(() => null))?.stop());
    const opened = await opening;
    const found = opened.started ? "started" : "found running";
    return {
      said: opened.kind === "embedded" ? `embedded PostgreSQL ${found}` : "DATABASE_URL answers",
      value: opened,
    };
  });
  if (database.kind === "embedded") await watch(database.url, shutdown);
  return database;
}

/** The app is no use without its own database, so it ends with it: whoever keeps it running will start both again. */
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

/** The settings with the database's address and the secrets in them, and in this process for the app code run here. */
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

async function fillDatabase({ DEMO, DATA_DIR }: Env, { url }: Database): Promise<void> {
  await withBootLock(url, async (client) => {
    await step("Migrations", async () => {
      const applied = await applyMigrations(url, path.resolve("prisma/migrations"));
      return { said: applied.length ? `applied ${applied.join(", ")}` : "up to date" };
    });
    const isNew = await isNewDesk(client);
    if (isNew && DEMO) await step("Demo desk", loadDemoDesk);
    const people = await step("People", async () => {
      const made = await ensureFirstPeople(client, DATA_DIR);
      return { said: made ? `made the first ${made.length}` : "already there", value: made };
    });
    if (people) printPasswords(people, DATA_DIR);
    const incomplete = await lacksRecords(client);
    if (incomplete) await step("Readers' table", completeRecords);
    if (isNew || people || incomplete) await disconnectApp();
  });
}

/** At once, since a later step may fail and the next start has nothing to show. */
function printPasswords(people: FirstPerson[], dataDir: string): void {
  for (const { role, email, password } of people) console.log(`    ${role.padEnd(10)} ${email}  ${password}`);
  console.log(`  These passwords are shown this once, and kept in ${findPasswordFile(dataDir)}`);
}

function printWelcome(settings: Env, tookMs: number): void {
  const address = localAddress(settings);
  const passwords = findPasswordFile(settings.DATA_DIR);
  console.log(`\nVeritable answers at ${address} (started in ${duration(tookMs)})`);
  if (settings.BASE_URL !== address) console.log(`Its public address is ${settings.BASE_URL}`);
  console.log(`Sign in to the desk at ${address}/desk`);
  if (passwords) console.log(`The first passwords are in ${passwords}`);
  console.log("Stop with Ctrl-C.\n");
}
