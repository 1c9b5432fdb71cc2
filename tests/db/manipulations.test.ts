import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as entriesRoute } from "@/app/api/v1/log/entries/route";
import { GET as headRoute } from "@/app/api/v1/log/route";
import { GET as exportRoute } from "@/app/api/v1/verdicts.json/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { checkRecord } from "@/lib/desk/record-check/check";
import { env } from "@/lib/env";
import { pool } from "@/lib/platform/db/pool";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { serveDesk } from "@/tests/factories/desk-server";
import {
  addRow,
  altered,
  rebuildTree,
  removeLast,
  rewriteRevision,
  rewriteRow,
} from "@/tests/factories/forgeries";
import { keepRecord } from "@/tests/factories/record-state";
import { asSuperuser } from "@/tests/factories/superuser";
import { verifyHere } from "@/tests/factories/verify";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), "veritable-manipulations-"));
const ids: string[] = [];
let [editor, publisher]: Context[] = [];
let desk: Awaited<ReturnType<typeof serveDesk>>;
let oldHead: string;

beforeAll(async () => {
  [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  const articleId = (await anArticle(editor)).id;
  for (let n = 0; n < 5; n++) {
    const { id } = await aClaim(editor, { articleId, text: { en: `Claim ${n}`, ar: "ادعاء" } });
    ids.push(id);
    await someEvidence(editor, id);
    if (n === 4) break;
    await published(editor, publisher, aVerdict(id));
    const note = { en: "We had the wrong figure." };
    if (n === 1)
      await published(editor, publisher, aVerdict(id, { kind: "correction", rating: "false", note }));
  }
  desk = await serveDesk();
  oldHead = await keep("old-head.json", headRoute);
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

async function keep(name: string, handler: typeof headRoute): Promise<string> {
  const file = path.join(folder, name);
  const response = await handler(new Request("https://desk.example/api/v1/x"), {
    params: Promise.resolve({}),
  });
  writeFileSync(file, await response.text());
  return file;
}

async function isWrong(...args: string[]): Promise<boolean> {
  const { code, said } = await verifyHere(...args);
  if (code === 2) throw new Error(said);
  return code === 1;
}

/** What finds something: of a desk as it is now, and of a head that was kept from before. */
async function foundBy(): Promise<string[]> {
  const [exported, entries] = [
    await keep("verdicts.json", exportRoute),
    await keep("entries.json", entriesRoute),
  ];
  const head = await keep("head.json", headRoute);
  const online = ["--desk", desk.address, "--origin", "https://desk.example"];
  const client = new Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const { findings } = await checkRecord(client, 0).finally(() => client.end());
  const finders = {
    export: await isWrong(exported),
    "export, entries": await isWrong(exported, entries),
    "entries, head": await isWrong(entries, "--head", head),
    "kept head": await isWrong(entries, "--head", head, "--old-head", oldHead),
    "--desk": await isWrong(...online),
    "check-record": findings.count > 0,
  };
  return Object.entries(finders).flatMap(([finder, found]) => (found ? [finder] : []));
}

const set = (sql: string, n: number) => asSuperuser(sql, [ids[n]]);
const update = (table: string, change: string, n: number) =>
  set(`UPDATE ${table} SET ${change} WHERE claim_id = $1`, n);

const revisionFirst =
  "CHECK ((number = 1) = (kind = 'publication') AND (number = 1) = (previous_hash IS NULL))";

// What a superuser does behind the triggers, and what finds it. docs/operating.md has the same table.
const log = ["export, entries", "entries, head", "kept head", "--desk", "check-record"];
const manipulations: Array<[string, () => Promise<void | (() => Promise<void>)>, string[]]> = [
  [
    "the document of a public page",
    () => update("public_claim", `document = jsonb_set(document, '{verdict,summary,en}', '"Right."')`, 0),
    ["--desk", "check-record"],
  ],
  [
    "the status of a row in the table",
    () => update("public_claim", "status = 'verified', status_rank = 5", 0),
    ["check-record"],
  ],
  [
    "the record that exports copy",
    () => update("public_claim", "record_tail = replace(record_tail, 'disputed', 'verified')", 0),
    ["export", "export, entries", "--desk", "check-record"],
  ],
  [
    "all that readers get of a claim, rehashed",
    () =>
      rewriteRow(ids[0] ?? "", (document) => {
        if (document.verdict) document.verdict.summary = { en: "Right." };
      }),
    ["export, entries", "--desk", "check-record"],
  ],
  [
    "the words by which a claim is found",
    () => update("public_claim", "search_text = 'other'", 0),
    ["check-record"],
  ],
  [
    "a claim taken out of the readers' table",
    () => set("DELETE FROM public_claim WHERE claim_id = $1", 0),
    ["export, entries", "--desk", "check-record"],
  ],
  [
    "a verdict put on a claim that has none",
    async () => {
      const { rows } = await pool().query("SELECT document FROM public_claim WHERE claim_id = $1", [ids[0]]);
      await rewriteRow(ids[4] ?? "", (document) => {
        Object.assign(document, { ...rows[0].document, id: document.id, slug: document.slug });
      });
      await update("public_claim", "sequence = 1", 4);
    },
    ["export, entries", "--desk", "check-record"],
  ],
  [
    "a claim added that the desk does not have",
    () => addRow(ids[0] ?? "", "new"),
    ["export, entries", "--desk", "check-record"],
  ],
  [
    "what rows of the table show",
    () =>
      altered(
        "ALTER TABLE public_claim ALTER COLUMN shown DROP EXPRESSION",
        `ALTER TABLE public_claim DROP COLUMN shown,
           ADD COLUMN shown JSONB GENERATED ALWAYS AS (shown_row(document)) STORED`,
        `UPDATE public_claim SET shown = jsonb_set(shown, '{status}', '"verified"')`,
      ),
    ["check-record"],
  ],
  ["a revision's document", () => rewriteRevision(ids[2] ?? "", { hashes: false }), ["export", ...log]],
  [
    "what only its leaf covers of a revision's document",
    () => update("revision", `document = jsonb_set(document, '{source,direction}', '"ltr"')`, 2),
    log,
  ],
  [
    "a revision's document and hashes",
    () => rewriteRevision(ids[2] ?? "", { hashes: true }),
    ["entries, head", "kept head", "--desk", "check-record"],
  ],
  [
    "a revision's document, hashes and the tree",
    async () => {
      await rewriteRevision(ids[2] ?? "", { hashes: true });
      await rebuildTree();
    },
    ["kept head", "check-record"],
  ],
  [
    "a corrected revision's document, hashes and the tree",
    async () => {
      await rewriteRevision(ids[1] ?? "", { hashes: true });
      await rebuildTree();
    },
    log,
  ],
  [
    "the rating that a revision is filed under",
    () => update("revision", "rating = 'verified'", 0),
    ["check-record"],
  ],
  [
    "the time that a revision is filed under",
    () => update("revision", "published_at = published_at - interval '3 days'", 1),
    ["check-record"],
  ],
  [
    "a correction filed as a publication",
    () =>
      altered(
        "ALTER TABLE revision DROP CONSTRAINT revision_first",
        `ALTER TABLE revision ADD CONSTRAINT revision_first ${revisionFirst}`,
        "UPDATE revision SET kind = 'publication' WHERE number = 2",
      ),
    ["--desk", "check-record"],
  ],
  [
    "two publications in each other's place",
    async () => {
      await set("UPDATE revision SET log_index = -1 WHERE claim_id = $1", 2);
      await set("UPDATE revision SET log_index = 3 WHERE claim_id = $1 AND log_index = 4", 3);
      await set("UPDATE revision SET log_index = 4 WHERE claim_id = $1", 2);
    },
    log,
  ],
  [
    "the last publication taken away, its nodes too",
    () => removeLast({ events: false }),
    ["kept head", "check-record"],
  ],
  ["the last publication, its nodes and its events", () => removeLast({ events: true }), ["kept head"]],
  [
    "a node of the tree",
    () => asSuperuser("UPDATE log_node SET hash = repeat('0', 64) WHERE level = 2 AND index = 0"),
    ["entries, head", "kept head", "--desk", "check-record"],
  ],
  [
    "the content of a proposal",
    () => update("proposal", `content = jsonb_set(content, '{verdict,rating}', '"verified"')`, 0),
    ["check-record"],
  ],
  [
    "the names of a claimant",
    () => asSuperuser(`UPDATE claimant SET names = '{"en":"Somebody"}'`),
    ["check-record"],
  ],
];

test("docs/operating.md says what finds what", () => {
  const columns = ["export", "export, entries", "entries, head", "kept head", "--desk", "check-record"];
  const lines = readFileSync("docs/operating.md", "utf8").split("\n");
  const begin = lines.findIndex((line) => line.startsWith("| what is changed"));
  const cells = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", ""));
  expect(cells(lines[begin] ?? "").slice(1)).toEqual(columns);
  const rows = lines.slice(begin + 2, begin + 2 + manipulations.length).map(cells);
  expect(rows.map(([name, ...marks]) => [name, columns.filter((_, n) => marks[n] === "✓")])).toEqual(
    manipulations.map(([name, , found]) => [name, columns.filter((column) => found.includes(column))]),
  );
  expect(lines[begin + 2 + manipulations.length]).toBe("");
});

test("nothing is found where nothing was done", async () => {
  expect(await foundBy()).toEqual([]);
});

test.each(manipulations)("%s", async (_name, manipulate, expected) => {
  const restore = await keepRecord();
  const undo: Array<() => Promise<void>> = [restore];
  try {
    const own = await manipulate();
    if (own) undo.push(own);
    expect((await foundBy()).toSorted()).toEqual(expected.toSorted());
  } finally {
    for (const step of undo) await step();
  }
});
