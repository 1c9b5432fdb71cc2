import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

type Import = { file: string; target: string; ours: string | null };

const endings = ["", ".ts", ".tsx", ".mjs"];
const files = ["app", "components", "lib", "prisma/seed", "scripts"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.includes("generated"))
  .concat("proxy.ts", "instrumentation.ts");

/** What a file imports, types too. `ours` is a path from the root of the house, null for a package. */
function importsOf(file: string): Import[] {
  const found = readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, target = ""]) => {
    if (target.startsWith("@/")) return { file, target, ours: target.slice(2) };
    if (!target.startsWith(".")) return { file, target, ours: null };
    return { file, target, ours: path.posix.join(path.posix.dirname(file), target) };
  });
}

const imports = files.flatMap(importsOf);
const written = ({ file, target }: Import) => `${file} imports ${target}`;

test("no file leads back to itself by what it imports", () => {
  const graph = new Map(
    files.map((file) => {
      const bare = importsOf(file).flatMap(({ ours }) => ours ?? []);
      return [
        file,
        bare.flatMap((name) => endings.map((e) => name + e).find((f) => files.includes(f)) ?? []),
      ];
    }),
  );
  // A file that imports nothing of what is left is on no circle.
  const left = new Set(files);
  const isFree = (file: string) => !graph.get(file)?.some((target) => left.has(target));
  for (let free = files.filter(isFree); free.length > 0; free = [...left].filter(isFree)) {
    for (const file of free) left.delete(file);
  }
  expect([...left].sort()).toEqual([]);
});

test("Prisma is known where data are read and written, PostgreSQL's driver there and in the cache's connection", () => {
  const isDatabase = ({ target, ours }: Import) =>
    /^(@prisma\/|pg$)/.test(target) || ours?.startsWith("lib/platform/db/generated");
  const knowing = imports.filter(
    (one) => isDatabase(one) && !/^(lib\/(platform|record|public|desk)|prisma|scripts)\//.test(one.file),
  );
  expect(knowing.map(written)).toEqual(["lib/server/response-cache/version-connection.ts imports pg"]);
});

test("Next is known to the routes and lib/next, and its links to components", () => {
  // next-intl by itself is messages and dates; its parts are the ones that know Next.
  const isNext = ({ target }: Import) => /^(next(\/|$)|next-intl\/)/.test(target);
  const forComponents =
    /^(next-intl\/server|next\/link|next\/navigation|next\/dist\/client\/components\/redirect-error)$/;
  const knowing = imports.filter(
    (one) =>
      isNext(one) &&
      !/^(app\/|lib\/next\/|proxy|instrumentation|scripts\/app-server)/.test(one.file) &&
      !(one.file.startsWith("components/") && forComponents.test(one.target)),
  );
  expect(knowing.map(written)).toEqual([]);
});
