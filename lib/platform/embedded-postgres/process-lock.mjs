// Plain JavaScript: the start takes its lock before dependencies are installed, so nothing can be compiled yet.
// The types are in process-lock.d.mts.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

const SETTLE_MS = 50;

/**
 * Returns an id that distinguishes a process from a later one with the same pid: its start time within one boot.
 * Null if there is no such process, or only a zombie.
 */
export function processStartId(pid) {
  if (!(pid > 0)) return null;
  try {
    if (process.platform === "linux") return linuxStartId(pid);
    if (process.platform !== "win32") return psStartId(pid);
  } catch {
    // An unreadable process may still exist: ask the kernel below.
  }
  try {
    process.kill(pid, 0);
    return "unknown";
  } catch (error) {
    return error.code === "EPERM" ? "unknown" : null;
  }
}

function linuxStartId(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`;
}

function psStartId(pid) {
  const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  const [state, ...began] = line.split(/\s+/);
  return state.startsWith("Z") ? null : began.join(" ");
}

/** This process, as recorded in a lock or a list of users. */
export function thisProcess() {
  return { pid: process.pid, birth: processStartId(process.pid) ?? "unknown" };
}

/** Whether the recorded process still runs (and is not a later one with the same pid). */
export function isAlive({ pid, birth }) {
  const now = processStartId(pid);
  return now !== null && (now === birth || now === "unknown" || birth === "unknown");
}

/** Returns the live holder of the lock, or null. */
export function readLiveHolder(file) {
  const holder = readHolder(file);
  return holder && isAlive(holder) ? holder : null;
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    if (error instanceof SyntaxError) return { pid: 0, birth: "", token: "" };
    throw error;
  }
}

/**
 * Acquires the lock `file` for as long as this process lives. Returns `{ lock, tookOver }`, or `{ holder }` if another live
 * process has it. A lock whose holder is gone is taken over. The file appears atomically with its content (a hard link).
 */
export async function acquireLock(file) {
  const mine = { ...thisProcess(), token: randomUUID(), since: new Date().toISOString() };
  for (;;) {
    if (tryCreate(file, mine)) return { lock: heldLock(file, mine), tookOver: false };
    const holder = readHolder(file);
    if (holder === null) continue;
    if (isAlive(holder)) return { holder };
    removeDead(file, holder, mine.token);
    // Two processes may get here at once; after a moment the file names the winner.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    if (tryCreate(file, mine)) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      if (readHolder(file)?.token === mine.token) return { lock: heldLock(file, mine), tookOver: true };
    }
  }
}

/** Like `acquireLock`, but waits for a live holder to release it. Throws after `timeoutMs`. */
export async function waitForLock(file, timeoutMs) {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const { lock, holder } = await acquireLock(file);
    if (lock) return lock;
    if (Date.now() > until)
      throw new Error(`${file} is held by process ${holder.pid} since ${holder.since}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function tryCreate(file, mine) {
  const draft = `${file}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead holder's file away; if a live process took the lock meanwhile, puts its file back. */
function removeDead(file, dead, token) {
  const aside = `${file}.${token}`;
  try {
    renameSync(file, aside);
    if (readHolder(aside)?.token !== dead.token) linkSync(aside, file);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function heldLock(file, mine) {
  const isHolder = () => readHolder(file)?.token === mine.token;
  return {
    /** Adds fields to the lock file for other processes to read, such as the URL it serves. */
    note(more) {
      if (!isHolder()) return;
      Object.assign(mine, more);
      writeFileSync(`${file}.${mine.token}`, JSON.stringify(mine), { mode: 0o600 });
      renameSync(`${file}.${mine.token}`, file);
    },
    release() {
      if (isHolder()) rmSync(file, { force: true });
    },
  };
}
