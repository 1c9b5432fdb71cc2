// Plain JavaScript: the start takes its lock before anything is installed, so nothing can be compiled yet.
// The types stand in process-lock.d.mts.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

const SETTLE_MS = 50;

/**
 * What tells a process from a later one with the same number: when it began, within one boot of the machine.
 * Null where there is no such process, or only a zombie of it.
 */
export function birthOf(pid) {
  if (!(pid > 0)) return null;
  try {
    if (process.platform === "linux") return linuxBirth(pid);
    if (process.platform !== "win32") return psBirth(pid);
  } catch {
    // Not readable does not mean not there: ask the kernel below.
  }
  try {
    process.kill(pid, 0);
    return "unknown";
  } catch (error) {
    return error.code === "EPERM" ? "unknown" : null;
  }
}

function linuxBirth(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`;
}

function psBirth(pid) {
  const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  const [state, ...began] = line.split(/\s+/);
  return state.startsWith("Z") ? null : began.join(" ");
}

/** This process, as a lock or a list of users remembers it. */
export function thisProcess() {
  return { pid: process.pid, birth: birthOf(process.pid) ?? "unknown" };
}

/** Whether the process that was written down still runs (and is not a later one with its number). */
export function isAlive({ pid, birth }) {
  const now = birthOf(pid);
  return now !== null && (now === birth || now === "unknown" || birth === "unknown");
}

/** Who holds the lock, or null: nobody, or somebody who is gone. */
export function findHolder(file) {
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
 * Takes the lock `file` for as long as this process lives. Answers `{ lock, tookOver }`, or `{ holder }` when
 * another live process has it. A lock whose holder is gone is taken over. The file appears with its whole content at once (a hard
 * link), so that nobody reads half of it.
 */
export async function acquireLock(file) {
  const mine = { ...thisProcess(), token: randomUUID(), since: new Date().toISOString() };
  for (;;) {
    if (claim(file, mine)) return { lock: heldLock(file, mine), tookOver: false };
    const holder = readHolder(file);
    if (holder === null) continue;
    if (isAlive(holder)) return { holder };
    displace(file, holder, mine.token);
    // Two starters may meet here; after a moment the file says who won.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    if (claim(file, mine)) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      if (readHolder(file)?.token === mine.token) return { lock: heldLock(file, mine), tookOver: true };
    }
  }
}

/** Like `acquireLock`, but waits for a live holder to let go. Throws after `patienceMs`. */
export async function waitForLock(file, patienceMs) {
  const until = Date.now() + patienceMs;
  for (;;) {
    const { lock, holder } = await acquireLock(file);
    if (lock) return lock;
    if (Date.now() > until)
      throw new Error(`${file} is held by process ${holder.pid} since ${holder.since}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function claim(file, mine) {
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

/** Moves a dead holder's file away; if a live one slipped in between, puts that one back. */
function displace(file, dead, token) {
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
  const holds = () => readHolder(file)?.token === mine.token;
  return {
    /** Adds to what others can read about the holder, such as the address it serves. */
    note(more) {
      if (!holds()) return;
      Object.assign(mine, more);
      writeFileSync(`${file}.${mine.token}`, JSON.stringify(mine), { mode: 0o600 });
      renameSync(`${file}.${mine.token}`, file);
    },
    release() {
      if (holds()) rmSync(file, { force: true });
    },
  };
}
