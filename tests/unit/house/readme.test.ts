import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settingNames } from "@/lib/env";

const readme = readFileSync("README.md", "utf8");

test("the README lists every setting, and no other", () => {
  const listed = [...readme.matchAll(/^\| `([A-Z_]+)`\s+\|/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...settingNames].sort());
});

test("the README's links and pictures are there", () => {
  const targets = [...readme.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, target = ""]) => target);
  expect(targets.length).toBeGreaterThan(4);
  const files = targets.map((target) => target.replace(/#.*/, ""));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
