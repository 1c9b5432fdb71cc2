import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build as pack } from "esbuild";
import { waitForLock } from "@/lib/platform/embedded-postgres/process-lock.mjs";
import { startNode } from "./node-child.mjs";
import type { Shutdown } from "./shutdown";
import { StepFailure } from "./steps.mjs";

const FOLDER = process.env.NEXT_DIST_DIR || ".next";
const STAMP = path.join(FOLDER, "veritable-build");
/** The program that listens, ready to run without a compiler. */
export const APP_SERVER = path.join(FOLDER, "veritable-server.mjs");
const LOCK = "node_modules/.veritable-build.lock";
const LOCK_PATIENCE_MS = 15 * 60_000;

/** What goes into a build. The generated Prisma client follows from the schema. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "postcss.config.js",
  "tsconfig.json",
  "package-lock.json",
  "scripts/app-server.ts",
  "scripts/next-hostname.ts",
  "scripts/build.ts",
];
const NOT_SOURCES = ["lib/platform/db/generated"];

/**
 * Makes the production build unless it was made from the very files that are here now. One start at a time builds:
 * starts on other data folders share the build.
 * Throws a StepFailure with the compiler's output.
 */
export async function ensureBuild(shutdown: Pick<Shutdown, "add">): Promise<{ said: string }> {
  const lock = await waitForLock(LOCK, LOCK_PATIENCE_MS);
  try {
    return await buildIfStale(shutdown);
  } finally {
    lock.release();
  }
}

async function buildIfStale(shutdown: Pick<Shutdown, "add">): Promise<{ said: string }> {
  const wanted = sourcesHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return { said: "up to date" };
  rmSync(STAMP, { force: true });
  const build = startNode(["node_modules/next/dist/bin/next", "build"], buildEnvironment(), {
    graceMs: 2000,
  });
  shutdown.add(() => build.end());
  const outcome = await build.ended;
  if (outcome !== 0 || !existsSync(path.join(FOLDER, "BUILD_ID"))) {
    throw new StepFailure(`"next build" ended with ${outcome}.`, {
      output: build.output(),
      advice: "mend what the output names, then start again.",
    });
  }
  await packServer();
  writeFileSync(STAMP, wanted);
  return { said: "built" };
}

/**
 * Packages that the built pages load too stay where they are: two copies of one are two pools, two caches. So does React,
 * which is not made for being packed into a module.
 */
async function packServer(): Promise<void> {
  await pack({
    entryPoints: ["scripts/app-server.ts"],
    outfile: APP_SERVER,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    external: ["@prisma/client", "next", "pg", "react", "react-dom"],
    logLevel: "silent",
  });
}

/** A build knows no database and no secrets: it is the same for every desk. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, AUTH_SECRET, LOG_KEY, ...rest } = process.env;
  return { ...rest, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

function sourcesHash(): string {
  const hash = createHash("sha256");
  const add = (file: string): void => {
    if (NOT_SOURCES.includes(file) || !existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) add(path.posix.join(file, name));
    } else hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  };
  for (const source of SOURCES) add(source);
  return hash.digest("hex");
}
