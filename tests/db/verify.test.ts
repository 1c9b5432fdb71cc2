import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET as consistencyRoute } from "@/app/api/v1/log/consistency/route";
import { GET as entriesRoute } from "@/app/api/v1/log/entries/route";
import { GET as headRoute } from "@/app/api/v1/log/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { env } from "@/lib/env";
import { exportRevisions } from "@/lib/exchange/exports/revisions";
import { exportVerdicts } from "@/lib/exchange/exports/verdicts";
import { pool } from "@/lib/platform/db/pool";
import { transaction } from "@/lib/platform/db/transaction";
import { claimFilterSchema } from "@/lib/public/claims/filters";
import { projectClaim } from "@/lib/public/projection/write";
import { hashOf } from "@/lib/record/canonical-hash";
import type { RevisionDocument } from "@/lib/record/revision";
import { recordHash, splitRecord } from "@/lib/record/revision-hash";
import { publicationLeaf } from "@/lib/record/transparency-log/leaf";
import { completedNodes, type NodeHash } from "@/lib/record/transparency-log/tree";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { asSuperuser } from "@/tests/factories/superuser";
import { verify, verifyHere } from "@/tests/factories/verify";

// A check may be a program of its own, with its own start.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), "veritable-verify-"));
let editor: Context;
let publisher: Context;
const claims: Array<{ id: string; slug: string }> = [];
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function keepExport(name: string): Promise<string> {
  const filter = { ...claimFilterSchema.parse({}), search: null };
  const stream = exportVerdicts({ filter, origin: "https://desk.example", now: new Date() });
  return keep(name, await new Response(stream).text());
}

async function keepAnswer(name: string, handler: typeof headRoute, query = ""): Promise<string> {
  const request = new Request(`https://desk.example/api/v1/log${query}`);
  return keep(name, await (await handler(request, { params: Promise.resolve({}) })).text());
}

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
  const articleId = (await anArticle(editor)).id;
  for (let n = 0; n < 5; n++) {
    const claim = await aClaim(editor, { articleId, text: { en: `Claim ${n}`, ar: "ادعاء" } });
    await someEvidence(editor, claim.id, { archiveUrl: "https://web.archive.org/x" });
    await published(editor, publisher, aVerdict(claim.id));
    claims.push(claim);
    const note = { en: "We had the wrong figure." };
    if (n === 1) await published(editor, publisher, aVerdict(claim.id, { kind: "correction", note }));
    if (n === 3) await published(editor, publisher, aVerdict(claim.id, { kind: "retraction", note }));
  }
});

describe("npm run verify", () => {
  test("finds a real export right, as it is and line by line", async () => {
    const file = await keepExport("export.json");
    const { verdicts } = JSON.parse(readFileSync(file, "utf8"));
    const lines = keep("export.ndjson", verdicts.map((one: object) => `${JSON.stringify(one)}\n`).join(""));
    for (const right of [await verify(file), await verifyHere(lines)]) {
      expect(right.code).toBe(0);
      expect(right.said).toMatch(
        /export\.(nd)?json: 5 verdicts, every hash is right\.\nCompared with nothing else/,
      );
      expect(right.said).toContain(
        "All addresses are of https://desk.example, which was compared with nothing",
      );
    }
  });

  test("compares an export of all revisions with the whole log", async () => {
    const filter = { ...claimFilterSchema.parse({}), search: null };
    const stream = exportRevisions({ filter, origin: "https://desk.example", now: new Date() });
    const all = keep("all.json", await new Response(stream).text());
    const entries = await keepAnswer("entries.json", entriesRoute);
    const { code, said } = await verifyHere(all, entries, "--origin", "https://desk.example");
    expect(code).toBe(0);
    expect(said.split("\n")).toEqual([
      `${all}: 7 verdicts, every hash is right.`,
      "7 entries of the log, from the first on, every leaf is right.",
      `7 verdicts of ${all} compared with the log: it holds each, and the export lacks none of the log's 5 claims.`,
      "All addresses are of https://desk.example.",
      "",
    ]);
    const file = JSON.parse(readFileSync(all, "utf8"));
    file.verdicts.splice(1, 1);
    file.count -= 1;
    const less = keep("less.json", JSON.stringify(file));
    expect(await verifyHere(less, entries)).toMatchObject({
      code: 1,
      said: expect.stringContaining("revision 1: "),
    });
  });

  test("finds the whole log right, with its head, and an older head of another key in it", async () => {
    const old = await keepAnswer("old.json", headRoute);
    env().LOG_KEY = "5a".repeat(32);
    const { id } = await aClaim(editor);
    await someEvidence(editor, id);
    await published(editor, publisher, aVerdict(id));
    const head = await keepAnswer("head.json", headRoute);
    const entries = await keepAnswer("entries.json", entriesRoute);
    const proof = await keepAnswer("proof.json", consistencyRoute, "?first=7&second=8");
    const exported = await keepExport("export.json");
    const both = await verifyHere(exported, entries);
    expect(both.code).toBe(0);
    expect(both.said).toContain(`6 verdicts of ${exported} compared with the log: it holds each`);
    expect(both.said).toContain("8 entries of the log, from the first on, every leaf is right.");
    const answers = [
      await verify(entries, "--head", head, "--old-head", old),
      await verifyHere("--head", head, "--old-head", old, "--proof", proof),
    ];
    for (const { code, said } of answers) {
      expect(said).toContain("The log begins with the 7 of the old head.");
      expect(code).toBe(0);
    }
    expect(answers[0]?.said).toMatch(/^8 entries of the log, .*\n.*\nThe head is signed by sha256:/);
    expect(answers[0]?.said).toContain(
      "The key was compared with nothing: name the one that you know with --key.",
    );
  });

  test("takes the key that is known, and no other that signs for itself", async () => {
    const head = await keepAnswer("head.json", headRoute);
    const { keyId, publicKey } = JSON.parse(readFileSync(head, "utf8"));
    for (const key of [keyId, publicKey]) {
      expect(await verifyHere("--head", head, "--key", key)).toMatchObject({
        code: 0,
        said: expect.stringContaining(`That is the key ${key}.`),
      });
    }
    env().LOG_KEY = "5b".repeat(32);
    const other = await keepAnswer("other-head.json", headRoute);
    env().LOG_KEY = "5a".repeat(32);
    expect(await verifyHere("--head", other)).toMatchObject({ code: 0 });
    expect(await verifyHere("--head", other, "--key", keyId)).toMatchObject({ code: 1 });
  });

  test("finds less than there should be wrong", async () => {
    const [exported, entries] = [
      await keepExport("export.json"),
      await keepAnswer("entries.json", entriesRoute),
    ];
    const file = JSON.parse(readFileSync(exported, "utf8"));
    const log = JSON.parse(readFileSync(entries, "utf8"));
    const changed = (name: string, value: object) => keep(name, JSON.stringify(value));
    const less = changed("less.json", { ...file, verdicts: file.verdicts.slice(1), count: file.count - 1 });
    const none = changed("none.json", { ...file, verdicts: [], count: 0 });
    const noLines = keep("none.ndjson", "");
    const noEntries = changed("no-entries.json", { ...log, entries: [] });
    const cut = changed("cut.json", { ...log, entries: log.entries.slice(0, 5) });
    const said: Array<[string[], string]> = [
      [[less, entries], "the log's entries hold it, and"],
      [[none, entries], "the log's entries hold it, and"],
      [[noLines, entries], "the log's entries hold it, and"],
      [[exported, noEntries], "holds no entry"],
      [[noEntries], "holds no entry"],
      [[exported, noEntries, "--part"], "holds no entry"],
      [[exported, cut], "The log: only 5 of its 8 entries"],
      [[exported, cut, "--part"], "the log's entries do not hold it"],
      [[cut], "The log: only 5 of its 8 entries (0 to 4) were given."],
      [[changed("count.json", { ...file, count: 7 })], "says that it holds 7 verdicts, and holds 6"],
      [
        [changed("one.json", { ...file, format: "veritable.verdicts/1" })],
        "its element at place 1 is of another format",
      ],
      [[changed("more.json", { ...file, more: 1 })], 'Unrecognized key: "more"'],
      [
        [changed("small.json", { ...log, treeSize: 7 })],
        "says that the log holds 7 publications, and holds 8",
      ],
    ];
    for (const [args, words] of said) {
      expect(await verifyHere(...args)).toEqual({ code: 1, said: expect.stringContaining(words) });
    }
    for (const args of [
      [less, entries, "--part"],
      [cut, "--part"],
    ]) {
      expect(await verifyHere(...args)).toMatchObject({ code: 0 });
    }
    const nothing = {
      code: 2,
      said: expect.stringContaining("holds no verdict: there was nothing to check"),
    };
    for (const args of [
      [none],
      [none, exported],
      [exported, noLines],
      [none, entries, "--part"],
      [noLines, entries, "--part"],
      [exported, none, entries, "--part"],
    ]) {
      expect(await verifyHere(...args)).toEqual(nothing);
    }
  });

  test("finds rewritten addresses wrong", async () => {
    const file = await keepExport("export.json");
    const text = readFileSync(file, "utf8");
    const one = keep("one.json", text.replace("https://desk.example/", "https://evil.example/"));
    const all = keep("all.json", text.replaceAll("https://desk.example/", "https://evil.example/"));
    expect(await verifyHere(one)).toEqual({
      code: 1,
      said: expect.stringContaining("is at another address"),
    });
    expect((await verifyHere(all)).said).toContain("https://evil.example, which was compared with nothing");
    expect(await verifyHere(all, "--origin", "https://desk.example")).toMatchObject({ code: 1 });
    expect(await verifyHere(all, await keepAnswer("log.json", entriesRoute))).toMatchObject({ code: 1 });
    expect(await verifyHere(all, "--origin", "desk")).toMatchObject({ code: 2 });
    const head = await keepAnswer("head.json", headRoute);
    expect(await verifyHere("--head", head, "--origin", "https://desk.example")).toEqual({
      code: 2,
      said: expect.stringContaining("Nothing that was given has an address"),
    });
  });

  test("tells what cannot be checked from what is wrong", async () => {
    expect(await verify(keep("other.json", '{"format":"other"}'))).toMatchObject({ code: 2 });
    expect(await verifyHere(path.join(folder, "none.json"))).toMatchObject({ code: 2 });
    expect(await verifyHere("--unknown")).toMatchObject({ code: 2 });
    expect(await verifyHere(await keepExport("export.json"), "--key", "a".repeat(64))).toMatchObject({
      code: 2,
    });
  });
});

/** Changes what a claim's first revision says: the frozen document, its hashes if asked for, and what readers see. */
async function rewrite(claimId: string, { hashes }: { hashes: boolean }): Promise<void> {
  const { rows } = await pool().query("SELECT document FROM revision WHERE claim_id = $1 AND number = 1", [
    claimId,
  ]);
  const document: RevisionDocument = rows[0].document;
  document.verdict.summary = { en: "The figure is right after all." };
  const set = hashes ? ", hash = $3, document_hash = $4" : "";
  const values = hashes ? [recordHash(document), hashOf(document)] : [];
  await asSuperuser(`UPDATE revision SET document = $2${set} WHERE claim_id = $1 AND number = 1`, [
    claimId,
    document,
    ...values,
  ]);
  await transaction((tx) => projectClaim(tx, claimId));
}

/** Computes all nodes of the log anew from the revisions as they are. */
async function rebuildTree(): Promise<void> {
  const { rows } = await pool().query("SELECT * FROM revision ORDER BY log_index");
  const nodes = new Map<string, Uint8Array>();
  const at: NodeHash = ({ level, index }) => nodes.get(`${level}/${index}`) ?? new Uint8Array(32);
  for (const { claim_id: claim, number: revision, hash, document_hash: documentHash, log_index } of rows) {
    const leaf = publicationLeaf({ claim, revision, hash, documentHash });
    for (const node of completedNodes(log_index, leaf, at))
      nodes.set(`${node.level}/${node.index}`, node.hash);
  }
  const hashes = [...nodes.values()].map((hash) => Buffer.from(hash).toString("hex"));
  await asSuperuser(
    `UPDATE log_node SET hash = new.hash FROM unnest($1::text[], $2::text[]) AS new (place, hash)
     WHERE place = level || '/' || index`,
    [[...nodes.keys()], hashes],
  );
}

describe("the database's superuser who edits a published revision", () => {
  let before: string;
  beforeAll(async () => {
    before = await keepAnswer("before.json", headRoute);
  });
  const newest = async () => [
    await keepAnswer("entries.json", entriesRoute),
    "--head",
    await keepAnswer("head.json", headRoute),
  ];

  test("where no export shows it, is found out by the log's entries", async () => {
    const { id = "", slug } = claims[0] ?? {};
    const change = (sql: string) =>
      asSuperuser(`UPDATE revision SET document = ${sql} WHERE claim_id = $1`, [id]);
    const said = async () => {
      expect(await verifyHere(await keepExport("same.json"))).toMatchObject({ code: 0 });
      const check = await verifyHere(await keepAnswer("log.json", entriesRoute));
      expect(check.code).toBe(1);
      return check.said;
    };
    await change(`jsonb_set(document, '{evidence,0,note,ar}', '"كلمة أخرى"')`);
    expect(await said()).toContain(`${slug}, revision 1: what it says is not what was published.`);
    await change("document #- '{evidence,0,note,ar}'");
    await change(`jsonb_set(document, '{source,direction}', '"ltr"')`);
    expect(await said()).toContain(`${slug}, revision 1: it is not its leaf.`);
    await change(`jsonb_set(document, '{source,direction}', '"rtl"')`);
  });

  test("only in what readers see, and computes that hash anew, is found out by the log's entries", async () => {
    const { rows } = await pool().query("SELECT document FROM public_claim WHERE claim_id = $1", [
      claims[0]?.id,
    ]);
    const [{ document }] = rows;
    document.verdict.summary = { en: "The figure is right after all." };
    document.verdict.hash = recordHash(document);
    const { recordHead, recordTail } = splitRecord(document);
    const write =
      "UPDATE public_claim SET document = $2, record_head = $3, record_tail = $4 WHERE claim_id = $1";
    await asSuperuser(write, [claims[0]?.id, document, recordHead, recordTail]);
    const forged = await keepExport("forged.json");
    expect(await verifyHere(forged)).toMatchObject({ code: 0 });
    const { code, said } = await verifyHere(forged, await keepAnswer("log.json", entriesRoute));
    expect(code).toBe(1);
    expect(said).toContain(`${claims[0]?.slug}, revision 1: the log's entries do not hold it.`);
    await transaction((tx) => projectClaim(tx, claims[0]?.id ?? ""));
  });

  test("by a second value of a name, which other programs may read, is found out", async () => {
    const text = readFileSync(await keepExport("once.json"), "utf8");
    const twice = keep("twice.json", text.replace('"rating":', '"rating":"false","rating":'));
    const said = expect.stringContaining('"rating" stands twice in one object');
    expect(await verifyHere(twice)).toMatchObject({ code: 1, said });
  });

  test("is found out by the export alone, which names the revision", async () => {
    const victim = claims[2];
    await rewrite(victim?.id ?? "", { hashes: false });
    for (const file of [await keepExport("rewritten.json"), await keepAnswer("log.json", entriesRoute)]) {
      const { code, said } = await verify(file);
      expect(code).toBe(1);
      expect(said).toContain(`${victim?.slug}, revision 1`);
      expect(said).toMatch(/Expected sha256:[0-9a-f]{64}, found sha256:[0-9a-f]{64}\./);
    }
  });

  test("and computes its hashes anew, is found out by the head", async () => {
    await rewrite(claims[2]?.id ?? "", { hashes: true });
    expect(await verifyHere(await keepExport("rehashed.json"))).toMatchObject({ code: 0 });
    const { code, said } = await verifyHere(...(await newest()));
    expect(code).toBe(1);
    expect(said).toContain("the first 8 entries are not those it was signed for");
  });

  test("and the whole log, is found out by a head from before", async () => {
    await rebuildTree();
    expect(await verifyHere(...(await newest()))).toMatchObject({ code: 0 });
    const proof = await keepAnswer("proof.json", consistencyRoute, "?first=8&second=8");
    const [, ...head] = await newest();
    for (const evidence of [await newest(), [...head, "--proof", proof]]) {
      expect(await verifyHere(...evidence, "--old-head", before)).toMatchObject({ code: 1 });
    }
  });

  test("is found out by the revision that follows it, whatever the head says", async () => {
    const [, corrected] = claims;
    await rewrite(corrected?.id ?? "", { hashes: true });
    await rebuildTree();
    const { code, said } = await verifyHere(...(await newest()));
    expect(code).toBe(1);
    expect(said).toContain(`${corrected?.slug}, revision 2: the revisions do not follow each other.`);
  });
});
