import { spawnSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { aClaim, somebody } from "@/tests/factories/desk";
import { serveDesk } from "@/tests/factories/desk-server";
import { verifyHere } from "@/tests/factories/verify";

vi.setConfig({ testTimeout: 120_000 });

function checkRecord() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    "--import",
    "tsx",
    "scripts/check-record.ts",
  ]);
  return { code: status, said: `${stdout}${stderr}` };
}

test("a desk that has published nothing is not found right", async () => {
  const desk = await serveDesk();
  const args = ["--desk", desk.address, "--origin", "https://desk.example"];
  const said = expect.stringContaining("there was nothing to compare");
  expect(await verifyHere(...args)).toEqual({ code: 2, said });
  expect(checkRecord()).toEqual({ code: 2, said });
  await aClaim(await somebody("editor"));
  expect(await verifyHere(...args)).toEqual({ code: 2, said });
  expect(checkRecord()).toEqual({ code: 0, said: expect.stringContaining("the rows of 1 claims") });
  await desk.close();
});
