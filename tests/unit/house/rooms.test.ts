import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ground = ["lib/text", "lib/i18n", "lib/errors", "lib/env", "messages"];

// The rooms of the house, lowest first, and what each may import: itself, what is named, and the ground of all.
const rooms: Record<string, string[]> = {
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
  proxy: ["lib/next", "lib/server"],
  instrumentation: ["lib/next", "lib/desk"],
};

// Files of a room that need no database: zod schemas, rules, types. What a browser may have.
const pureFile =
  /^lib\/(desk|record|public|next)\/.*\b(schema|rules|permissions|vocabulary|form-state|document|filters|comparison\/[a-z-]+|navigation)$/;

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

function roomOf(file: string): string {
  const [first = "", second = ""] = file.replace(/\.[a-z.]+$/, "").split("/");
  return first === "lib" || first === "prisma" ? `${first}/${second}` : first;
}

const imports = files.flatMap(importsOf);
const written = ({ file, target }: Import) => `${file} imports ${target}`;

function mayImport({ file, ours }: Import): boolean {
  if (ours === null) return true;
  const [from, to] = [roomOf(file), roomOf(ours)];
  const rule = rooms[from] ?? [];
  if (from === to || ground.includes(to) || rule.includes(to)) return true;
  if (rule.includes("pure")) return pureFile.test(ours);
  return rule.includes("lib") && to.startsWith("lib/");
}

test("every room imports from the rooms below it", () => {
  expect(files.map(roomOf).filter((room) => !(room in rooms))).toEqual([]);
  expect(imports.filter((one) => !mayImport(one)).map(written)).toEqual([]);
});

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
