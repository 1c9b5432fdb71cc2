import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

// The house: which part may import which. A part is a folder of lib/, or a folder beside it.
const allowed: Record<string, string[]> = {
  "lib/errors": [],
  "lib/env": [],
  "lib/text": ["lib/errors"],
  "lib/i18n": ["lib/errors", "lib/text", "messages"],
  "lib/db": ["lib/errors", "lib/env", "lib/text"],
  "lib/auth": ["lib/db", "lib/errors", "lib/env"],
  "lib/audit": ["lib/auth", "lib/db", "lib/errors", "lib/text"],
  "lib/people": ["lib/audit", "lib/auth", "lib/db", "lib/errors", "lib/text"],
  "lib/articles": ["lib/audit", "lib/auth", "lib/db", "lib/errors", "lib/i18n", "lib/text", "lib/public"],
  "lib/notices": ["lib/auth", "lib/db", "lib/errors", "lib/i18n", "lib/text"],
  "lib/claims": [
    "lib/notices",
    "lib/articles",
    "lib/audit",
    "lib/auth",
    "lib/db",
    "lib/env",
    "lib/errors",
    "lib/i18n",
    "lib/text",
    "lib/public",
  ],
  "lib/evidence": ["lib/claims", "lib/audit", "lib/auth", "lib/db", "lib/errors", "lib/i18n", "lib/text"],
  "lib/comments": ["lib/notices", "lib/audit", "lib/auth", "lib/db", "lib/errors", "lib/text"],
  "lib/verdicts": [
    "schemas",
    "lib/log",
    "lib/notices",
    "lib/evidence",
    "lib/claims",
    "lib/audit",
    "lib/auth",
    "lib/db",
    "lib/errors",
    "lib/i18n",
    "lib/text",
    "lib/public",
  ],
  "lib/log": [
    "schemas",
    "lib/audit",
    "lib/exports",
    "lib/public",
    "lib/db",
    "lib/env",
    "lib/errors",
    "lib/text",
  ],
  "lib/record-check": [
    "schemas",
    "lib/log",
    "lib/exports",
    "lib/public",
    "lib/audit",
    "lib/auth",
    "lib/db",
    "lib/env",
    "lib/errors",
  ],
  "lib/search": ["lib/text"],
  "lib/public": ["schemas", "lib/search", "lib/db", "lib/errors", "lib/i18n", "lib/text"],
  "lib/exports": ["schemas", "lib/public", "lib/db", "lib/errors", "lib/env", "lib/i18n"],
  "lib/drafts": ["lib/auth", "lib/db", "lib/errors", "lib/text"],
  "lib/mail": ["lib/env", "lib/i18n"],
  "lib/live": ["lib/auth", "lib/db", "lib/errors", "lib/env", "lib/text"],
  "lib/api": ["lib/front", "lib/public", "lib/exports", "lib/web", "lib/env"],
  "lib/front": ["lib/i18n", "lib/text"],
  "lib/pages": [
    "components",
    "lib/front",
    "lib/public",
    "lib/web",
    "lib/errors",
    "lib/i18n",
    "lib/text",
    "schemas",
  ],
  "lib/web": [
    "schemas",
    "lib/mail",
    "lib/people",
    "lib/drafts",
    "lib/auth",
    "lib/db",
    "lib/errors",
    "lib/env",
    "lib/i18n",
    "lib/text",
  ],
  components: ["lib/i18n", "lib/text", "schemas", "components"],
  app: ["app", "components", "lib/*", "messages"],
  "prisma/seed": ["lib/*"],
  scripts: ["lib/*", "prisma/seed"],
  proxy: ["lib/i18n", "lib/public"],
  instrumentation: ["lib/web", "lib/record-check"],
};

const nextOnly = ["lib/web", "lib/i18n", "app", "components", "proxy", "scripts"];
// The pure files of a folder, which need nothing but each other: safe in a browser and in a program without a database.
const schemaFile =
  /^lib\/(public\/claims\/filters|public\/projection\/document|[a-z]+\/(schema|rules|permissions|form-state|hash|record|compare|compare-fields))$/;

function partOf(file: string): string {
  const [first = "", second = ""] = file.replace(/\.[a-z.]+$/, "").split("/");
  return first === "lib" || (first === "prisma" && second === "seed") ? `${first}/${second}` : first;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.includes("generated"))
    .map((name) => `${folder}/${name}`);
}

const files = ["app", "components", "lib", "prisma/seed", "scripts"]
  .flatMap(sourceFiles)
  .concat("proxy.ts", "instrumentation.ts");
const imports = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) => ({
    file,
    target,
    // A path of ours, from the root of the house; null for a package.
    ours: target.startsWith("@/")
      ? target.slice(2)
      : target.startsWith(".")
        ? path.posix.normalize(path.posix.join(path.posix.dirname(file), target))
        : null,
  })),
);

function breaksTheRule({ file, ours }: { file: string; ours: string | null }): boolean {
  if (ours === null) return false;
  const [from, to] = [partOf(file), partOf(ours)];
  if (from === to) return false;
  const rule = allowed[from] ?? [];
  if (rule.includes(to)) return false;
  if (rule.includes("lib/*") && to.startsWith("lib/")) return false;
  return !(rule.includes("schemas") && schemaFile.test(ours));
}

test("imports go one way through the house", () => {
  const broken = imports
    .filter(breaksTheRule)
    .map(({ file, ours }) => `${file} imports ${ours}: ${partOf(file)} → ${partOf(ours ?? "")}`);
  expect(broken).toEqual([]);
});

test("the database client stays in lib, and Prisma's types in the domain", () => {
  const outside = imports.filter(
    ({ file, target, ours }) =>
      /^(app|components)\//.test(file) &&
      (/^(@prisma|pg$)/.test(target) || (ours?.startsWith("lib/db/") && ours !== "lib/db/ready")),
  );
  expect(outside.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test("only the web folder, the language folder, the routes and the start know Next", () => {
  const knowing = imports.filter(
    ({ file, target }) => /^next(-intl)?(\/|$)/.test(target) && !nextOnly.includes(partOf(file)),
  );
  expect(knowing.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});
