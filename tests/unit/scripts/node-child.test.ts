import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isAlive } from "@/lib/platform/embedded-postgres/process-lock.mjs";
import { startNode } from "@/scripts/node-child.mjs";

const LONG = "setInterval(() => {}, 1000)";
const STUBBORN = `process.on("SIGTERM", () => {}); console.log("up"); ${LONG}`;
const said = async (child: ReturnType<typeof startNode>, word: string) => {
  while (!child.output().includes(word)) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe("a Node program started by the start", () => {
  it("comes to its own end, with its code and its words", async () => {
    const child = startNode(["-e", "console.log('done'); process.exitCode = 3"], process.env, { graceMs: 0 });
    expect(await child.ended).toBe(3);
    expect(child.output()).toContain("done");
  });

  it("keeps the channels to its own children", async () => {
    const script = `
      const { fork } = await import("node:child_process");
      if (process.argv[2] === "inner") process.on("message", (word) => process.send(word + "!"));
      else {
        const inner = fork(process.argv[1], ["inner"]);
        inner.on("message", (word) => { console.log(word); inner.kill(); });
        setTimeout(() => inner.send("heard"), 300);
      }`;
    const file = path.join(mkdtempSync(path.join(tmpdir(), "veritable-child-")), "outer.mjs");
    writeFileSync(file, script);
    const child = startNode([file], process.env, { graceMs: 0 });
    await child.ended;
    expect(child.output()).toContain("heard!");
    rmSync(path.dirname(file), { recursive: true });
  });

  it("ends when it is asked to, or when its grace is over", async () => {
    const obedient = startNode(["-e", LONG], process.env, { graceMs: 5000 });
    await obedient.end();
    expect(await obedient.ended).toBe("SIGTERM");
    const stubborn = startNode(["-e", STUBBORN], process.env, { graceMs: 100 });
    await said(stubborn, "up");
    await stubborn.end();
    expect(await stubborn.ended).toBe("SIGKILL");
  });

  it.each([0, 300])("ends by itself when the start was killed (grace %i ms)", async (graceMs) => {
    const script = `
      import { startNode } from "./scripts/node-child.mjs";
      const child = startNode(["-e", ${JSON.stringify(STUBBORN)}], process.env, { graceMs: ${graceMs} });
      while (!child.output().includes("up")) await new Promise((resolve) => setTimeout(resolve, 20));
      console.log(child.pid);`;
    const start = spawn(process.execPath, ["--input-type=module", "-e", script]);
    const [pid] = await once(start.stdout, "data");
    const mark = { pid: Number(pid), birth: "unknown" };
    expect(isAlive(mark)).toBe(true);
    start.kill("SIGKILL");
    await expect.poll(() => isAlive(mark)).toBe(false);
  });
});
