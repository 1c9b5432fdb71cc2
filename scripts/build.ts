import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build as bundle } from "esbuild";
import { waitForLock } from "@/lib/platform/embedded-postgres/process-lock.mjs";
import { APP_SERVER, BUILD_FOLDER } from "./build-paths";
import { startNode } from "./node-child.mjs";
import type { Shutdown } from "./shutdown";
import { StepFailure } from "./steps.mjs";

const STAMP = path.join(BUILD_FOLDER, "veritable-build");
const LOCK = "node_modules/.veritable-build.lock";
const LOCK_TIMEOUT_MS = 15 * 60_000;

/** The inputs of a build. The generated Prisma client follows from the schema. */
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
  "scripts/build-paths.ts",
];
const NOT_SOURCES = ["lib/platform/db/generated"];

/**
 * Makes the production build unless the last one was made from the same sources. A lock excludes concurrent builds by
 * starts on other data folders.
 * Throws a StepFailure with the compiler's output.
 */
export async function ensureBuild(shutdown: Pick<Shutdown, "add">): Promise<{ summary: string }> {
  const lock = await waitForLock(LOCK, LOCK_TIMEOUT_MS);
  try {
    return await buildIfStale(shutdown);
  } finally {
    lock.release();
  }
}

async function buildIfStale(shutdown: Pick<Shutdown, "add">): Promise<{ summary: string }> {
  const wanted = sourcesHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return { summary: "up to date" };
  rmSync(STAMP, { force: true });
  const build = startNode(["node_modules/next/dist/bin/next", "build"], buildEnvironment(), {
    graceMs: 2000,
  });
  shutdown.add(() => build.end());
  const outcome = await build.ended;
  if (outcome !== 0 || !existsSync(path.join(BUILD_FOLDER, "BUILD_ID"))) {
    throw new StepFailure(`"next build" ended with ${outcome}.`, {
      output: build.output(),
      advice: "fix the errors in the output, then start again.",
    });
  }
  await bundleServer();
  writeFileSync(STAMP, wanted);
  return { summary: "built" };
}

/**
 * Bundles the app server. Packages that the built pages load too stay external: two copies would have two pools and two
 * caches. So does React, which cannot be bundled as an ES module.
 */
async function bundleServer(): Promise<void> {
  await bundle({
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

/** The environment without the database and the secrets, so that the build is the same for every desk. */
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
