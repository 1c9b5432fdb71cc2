import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { limits } from "@/lib/text/limits";

test("docs/texts.md shows the limits of texts", () => {
  const rows = readFileSync("docs/texts.md", "utf8").matchAll(/^\|[^|]+\| +([\d,]+) +\| +`(\w+)` +\|$/gm);
  const shown = [...rows].map(([, limit = "", key]) => [key, Number(limit.replaceAll(",", ""))]);
  expect(Object.fromEntries(shown)).toEqual(limits);
});

// A bare string takes NUL, half a surrogate pair and a megabyte: what is stored comes in through lib/text/fields.ts and
// lib/i18n/localized-fields.ts.
test("what the desk stores comes in through the fields of texts", () => {
  const schemas = readdirSync("lib/desk").map((folder) => `lib/desk/${folder}/schema.ts`);
  const stored = /^lib\/desk\/(articles|claims|comments|evidence|people|verdicts)\//;
  const bare = schemas
    .filter((file) => stored.test(file))
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .filter((line) => line.includes("z.string("));
  expect(bare.map((line) => line.trim())).toEqual([
    // The query of a list.
    '.union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])',
    'const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/, "content_hash");',
  ]);
});
