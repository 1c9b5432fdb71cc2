import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "veritable-events-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["nothing", ""],
  ["empty lines", "\n\n"],
])(
  "a log of %s is not found right",
  (_what, text) => {
    const file = path.join(folder, "events.ndjson");
    writeFileSync(file, text);
    const args = ["--import", "tsx", "scripts/verify-events.ts", file];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("holds no event: there was nothing to check");
  },
  60_000,
);
