import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const shared = ["lib/text", "lib/i18n", "lib/errors", "lib/env", "messages"];

// The layers, lowest first, and what each may import: itself, what is named, and what everything may import.
const layers: Record<string, string[]> = {
  "lib/text": [],
  "lib/i18n": [],
  "lib/errors": [],
  "lib/env": [],
  "lib/platform": [],
  "lib/record": ["lib/platform"],
  "lib/public": ["lib/record", "lib/platform"],
  "lib/desk": ["lib/public", "lib/record", "lib/platform"],
  "lib/exchange": ["lib/public", "lib/record", "lib/platform"],
  "lib/server": ["lib/exchange", "lib/public", "lib/record", "lib/platform"],
  "lib/next": ["lib/server", "lib/desk", "lib/public", "lib/record", "lib/platform"],
  components: ["pure"],
  app: ["components", "lib"],
  "prisma/seed": ["lib"],
  scripts: ["components", "lib", "prisma/seed"],
  bench: ["lib", "prisma/seed", "scripts", "tests"],
  proxy: ["lib/next", "lib/server"],
  instrumentation: ["lib/next", "lib/desk"],
};

// Files that need no database (zod schemas, rules, types), which a browser may load, and the links of lib/next.
const pureFile =
  /^lib\/((desk|record|public)\/(.*\/)?(schema|schema-1|rules|permissions|scopes|form-state|document|document-1|revision|filters|vocabulary|comparison\/[a-z-]+)|next\/navigation)$/;

type Import = { file: string; target: string; ours: string | null };

const endings = ["", ".ts", ".tsx", ".mjs"];
const files = ["app", "bench", "components", "lib", "prisma/seed", "scripts"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.(tsx?|mjs)$/.test(name) && !/generated|node_modules|\.next\//.test(name))
  .concat("proxy.ts", "instrumentation.ts");

/** Returns the imports of a file, of types too. `ours` is a path from the root of the repository, null for a package. */
function importsOf(file: string): Import[] {
  const found = readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, target = ""]) => {
    if (target.startsWith("@/")) return { file, target, ours: target.slice(2) };
    if (!target.startsWith(".")) return { file, target, ours: null };
    return { file, target, ours: path.posix.join(path.posix.dirname(file), target) };
  });
}

const withoutEnding = (file: string) => file.replace(/(\.d)?\.(tsx?|mjs|mts)$/, "");

function layerOf(file: string): string {
  const [first = "", second = ""] = withoutEnding(file).split("/");
  return first === "lib" || first === "prisma" ? `${first}/${second}` : first;
}

const imports = files.flatMap(importsOf);
const written = ({ file, target }: Import) => `${file} imports ${target}`;

function mayImport({ file, ours }: Import): boolean {
  if (ours === null) return true;
  const [from, to] = [layerOf(file), layerOf(ours)];
  const rule = layers[from] ?? [];
  if (from === to || shared.includes(to) || rule.includes(to)) return true;
  if (rule.includes("pure")) return pureFile.test(ours);
  return rule.includes("lib") && to.startsWith("lib/");
}

test("every layer imports from the layers below it", () => {
  expect(files.map(layerOf).filter((layer) => !(layer in layers))).toEqual([]);
  expect(imports.filter((one) => !mayImport(one)).map(written)).toEqual([]);
});

test("no files import each other in a circle", () => {
  const graph = new Map(
    files.map((file) => {
      const bare = importsOf(file).flatMap(({ ours }) => ours ?? []);
      return [
        file,
        bare.flatMap((name) => endings.map((e) => name + e).find((f) => files.includes(f)) ?? []),
      ];
    }),
  );
  // On no circle: what imports nothing of what is left, and what nothing of it imports.
  const left = new Set(files);
  const onNoCircle = () => {
    const imported = new Set([...left].flatMap((file) => graph.get(file) ?? []));
    return [...left].filter((file) => !imported.has(file) || !graph.get(file)?.some((one) => left.has(one)));
  };
  for (let free = onNoCircle(); free.length > 0; free = onNoCircle()) {
    for (const file of free) left.delete(file);
  }
  expect([...left].sort()).toEqual([]);
});

test("files that a browser may load import no others", () => {
  const impure = imports.filter(
    ({ file, ours }) =>
      pureFile.test(withoutEnding(file)) &&
      !file.startsWith("lib/next/") &&
      ours !== null &&
      !pureFile.test(ours) &&
      !shared.includes(layerOf(ours)),
  );
  expect(impure.map(written)).toEqual([]);
});

test("routes and components leave the database to lib", () => {
  const outside = imports.filter(
    ({ file, ours }) =>
      /^(app|components)\//.test(file) &&
      ours?.startsWith("lib/platform/db/") &&
      ours !== "lib/platform/db/ready",
  );
  expect(outside.map(written)).toEqual([]);
});

test("Prisma is known where data are read and written, PostgreSQL's driver there and in the cache's connection", () => {
  const isDatabase = ({ target, ours }: Import) =>
    /^(@prisma\/|pg$)/.test(target) || ours?.startsWith("lib/platform/db/generated");
  const knowing = imports.filter(
    (one) =>
      isDatabase(one) && !/^(lib\/(platform|record|public|desk)|prisma|scripts|bench)\//.test(one.file),
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
      !/^(app\/|lib\/next\/|proxy|instrumentation|scripts\/app-server|bench\/next\/)/.test(one.file) &&
      !(one.file.startsWith("components/") && forComponents.test(one.target)),
  );
  expect(knowing.map(written)).toEqual([]);
});
