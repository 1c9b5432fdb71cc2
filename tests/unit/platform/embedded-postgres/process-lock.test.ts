import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  acquireLock,
  isAlive,
  readLiveHolder,
  thisProcess,
  waitForLock,
} from "@/lib/platform/embedded-postgres/process-lock.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "veritable-lock-"));
const file = path.join(folder, "lock");
const nobody = { pid: 2 ** 22 + 1, birth: "then", token: "gone", since: "2020-01-01T00:00:00Z" };

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(file, { force: true }));

describe("a process lock", () => {
  it("has one holder, who can be read, and is free again after release", async () => {
    const { lock } = await acquireLock(file);
    expect(readLiveHolder(file)).toMatchObject({ pid: process.pid });
    lock?.note({ address: "http://localhost:3000" });
    lock?.note({ stopping: true });
    const second = await acquireLock(file);
    expect(second.lock).toBeUndefined();
    expect(second.holder).toMatchObject({
      pid: process.pid,
      address: "http://localhost:3000",
      stopping: true,
    });
    lock?.release();
    expect(readLiveHolder(file)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over from a process that is gone", async () => {
    writeFileSync(file, JSON.stringify(nobody));
    expect(readLiveHolder(file)).toBeNull();
    expect(await acquireLock(file)).toMatchObject({ tookOver: true });
    expect(readLiveHolder(file)).toMatchObject({ pid: process.pid });
  });

  it("is taken over when the holder's number went to another process", async () => {
    writeFileSync(file, JSON.stringify({ ...nobody, pid: process.pid }));
    expect(await acquireLock(file)).toMatchObject({ tookOver: true });
  });

  it("is taken over from a file that a full disk cut short", async () => {
    writeFileSync(file, '{"pid": 1');
    expect(await acquireLock(file)).toMatchObject({ tookOver: true });
  });

  it("is not released by one who lost it", async () => {
    const { lock } = await acquireLock(file);
    writeFileSync(file, JSON.stringify({ ...thisProcess(), token: "another" }));
    lock?.release();
    expect(existsSync(file)).toBe(true);
  });

  it("can be waited for", async () => {
    const first = await waitForLock(file, 1000);
    const waiting = waitForLock(file, 5000);
    first.release();
    (await waiting).release();
    const held = await waitForLock(file, 1000);
    await expect(waitForLock(file, 150)).rejects.toThrow(`held by process ${process.pid}`);
    held.release();
  });

  it("is won by one alone when many find it left behind", async () => {
    writeFileSync(file, JSON.stringify(nobody));
    const script = `
      import { acquireLock } from ${JSON.stringify(new URL("../../../../lib/platform/embedded-postgres/process-lock.mjs", import.meta.url).href)};
      const { lock } = await acquireLock(${JSON.stringify(file)});
      console.log(lock ? "won" : "lost");
      process.stdin.resume();`;
    const runs = Array.from({ length: 8 }, () =>
      spawn(process.execPath, ["--input-type=module", "-e", script]),
    );
    // Whoever won lives until all have tried.
    const outputs = await Promise.all(
      runs.map(async ({ stdout }) => String(await once(stdout, "data")).trim()),
    );
    for (const { stdin } of runs) stdin.end();
    expect(outputs.filter((text) => text === "won")).toHaveLength(1);
  });
});

describe("a process that was written down", () => {
  it("is alive as itself only", () => {
    expect(isAlive(thisProcess())).toBe(true);
    expect(isAlive(nobody)).toBe(false);
  });

  it.runIf(process.platform === "linux")("is not alive as a zombie", async () => {
    // Its child ends when the shell is no more: a shell, unlike sleep, may hear of the end and take the child away.
    const zombie = spawn("/bin/sh", ["-c", "exec 3<&0; cat <&3 >/dev/null & echo $!; exec sleep 60"]);
    const pid = Number(await new Promise((resolve) => zombie.stdout.once("data", resolve)));
    const stat = (of: number | undefined) => () => readFileSync(`/proc/${of}/stat`, "utf8");
    await expect.poll(stat(zombie.pid), { timeout: 20_000 }).toContain("(sleep)");
    zombie.stdin.end();
    await expect.poll(stat(pid), { timeout: 20_000 }).toContain(") Z ");
    expect(isAlive({ pid, birth: "unknown" })).toBe(false);
    zombie.kill();
  });
});
