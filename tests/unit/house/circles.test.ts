import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folders = ["app", "components", "lib", "scripts", "prisma/seed", "bench"];
const endings = ["", ".ts", ".tsx", ".mjs", "/index.ts"];

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs)$/.test(name) && !/generated|node_modules|\.next/.test(name))
    .map((name) => `${folder}/${name}`),
);

/** What a file imports of ours, types too: a circle of types has two files that are read as one. */
function importsOf(file: string): string[] {
  const targets = [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"((?:@\/|\.)[^"]+)"/g)];
  return targets.flatMap(([, target = ""]) => {
    const bare = target.startsWith("@/")
      ? target.slice(2)
      : path.posix.join(path.posix.dirname(file), target);
    const found = endings
      .map((ending) => bare + ending)
      .find((name) => files.includes(name) && existsSync(name));
    return found ? [found] : [];
  });
}

/** The circles of a graph, as groups of files each of which leads to every other (Tarjan 1972). */
function circlesOf(graph: Map<string, string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string) => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return circles;
}

test("no file leads back to itself by what it imports", () => {
  expect(circlesOf(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
});
