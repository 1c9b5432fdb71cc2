import { hexToBytes } from "@noble/hashes/utils.js";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { GET as consistency } from "@/app/api/v1/log/consistency/route";
import { GET as entries } from "@/app/api/v1/log/entries/route";
import { GET as inclusion } from "@/app/api/v1/log/inclusion/route";
import { GET as head } from "@/app/api/v1/log/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { env } from "@/lib/env";
import { pool } from "@/lib/platform/db/pool";
import { isValidSignature } from "@/lib/record/transparency-log/head";
import { parseHash, publicationLeaf } from "@/lib/record/transparency-log/leaf";
import { provesConsistency, rootOfInclusion } from "@/lib/record/transparency-log/proofs";
import {
  consistencySchema,
  inclusionSchema,
  logEntriesSchema,
  type SignedHead,
  signedHeadSchema,
} from "@/lib/record/transparency-log/schema";
import { emptyRoot } from "@/lib/record/transparency-log/tree";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

let editor: Context;
let publisher: Context;
const heads: SignedHead[] = [];

async function ask(handler: typeof head, query: Record<string, unknown> = {}) {
  const address = new URL("https://desk.example/api/v1/log");
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
  const answer = await handler(new Request(address), { params: Promise.resolve({}) });
  return { status: answer.status, body: await answer.json() };
}

const readHead = async () => signedHeadSchema.parse((await ask(head)).body);
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
const treeOf = ({ treeSize, rootHash }: SignedHead) => ({ size: treeSize, root: parseHash(rootHash) });
const signed = (it: SignedHead, publicKey = it.publicKey) =>
  isValidSignature({ timestamp: it.timestamp, ...treeOf(it) }, bytes(it.signature), bytes(publicKey));

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
  const articleId = (await anArticle(editor)).id;
  heads.push(await readHead());
  for (let n = 0; n < 6; n++) {
    const { id } = await aClaim(editor, { articleId });
    await someEvidence(editor, id);
    await published(editor, publisher, aVerdict(id));
    heads.push(await readHead());
  }
});

describe("the log's head", () => {
  test("is signed at every size, from nothing on", async () => {
    expect(heads.map(({ treeSize }) => treeSize)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(parseHash(heads[0]?.rootHash ?? "")).toEqual(emptyRoot);
    for (const it of heads) expect(signed(it)).toBe(true);
  });

  test("is not signed for another moment, size or root", () => {
    const [, , it = heads[0] as SignedHead, other = it] = heads;
    expect(signed({ ...it, timestamp: it.timestamp + 1 })).toBe(false);
    expect(signed({ ...it, treeSize: it.treeSize + 1 })).toBe(false);
    expect(signed({ ...it, rootHash: other.rootHash })).toBe(false);
    expect(signed({ ...it, signature: "AAAA" })).toBe(false);
  });

  describe("after the key was changed", () => {
    const settings = env();
    afterEach(() => {
      settings.LOG_KEY = undefined;
    });

    test("names the old key too, so that old heads can be checked", async () => {
      const old = heads[6] as SignedHead;
      settings.LOG_KEY = "5a".repeat(32);
      const now = await readHead();
      expect(now.keyId).not.toBe(old.keyId);
      expect(signed(now)).toBe(true);
      expect(signed(old, now.publicKey)).toBe(false);
      expect(now.keys.map(({ keyId }) => keyId)).toEqual([old.keyId, now.keyId]);
      expect(signed(old, now.keys[0]?.publicKey)).toBe(true);
      await expect(pool().query("DELETE FROM log_key")).rejects.toThrow(/append-only/);
    });
  });
});

describe("proofs and entries", () => {
  test("show that every head is the beginning of the ones after it", async () => {
    for (const old of heads) {
      for (const now of heads.slice(old.treeSize)) {
        const asked = { first: old.treeSize, second: now.treeSize };
        const { path } = consistencySchema.parse((await ask(consistency, asked)).body);
        expect(provesConsistency(treeOf(old), treeOf(now), path.map(parseHash))).toBe(true);
      }
    }
  });

  test("show that every verdict is in every tree since its publication", async () => {
    const { entries: all, treeSize } = logEntriesSchema.parse((await ask(entries)).body);
    expect(treeSize).toBe(6);
    for (const { index, leaf, record, documentHash } of all) {
      const [hash, whole] = [record.verdict.hash.slice(7), documentHash.slice(7)];
      const input = { claim: record.id, revision: record.verdict.revision, hash, documentHash: whole };
      expect(publicationLeaf(input)).toEqual(hexToBytes(leaf.slice(7)));
      for (const now of heads.slice(index + 1)) {
        const asked = { hash: record.verdict.hash, size: now.treeSize };
        const proof = inclusionSchema.parse((await ask(inclusion, asked)).body);
        expect(proof).toMatchObject({ leafIndex: index, leaf, documentHash, treeSize: now.treeSize });
        const root = rootOfInclusion(parseHash(leaf), index, now.treeSize, proof.path.map(parseHash));
        expect(root).toEqual(parseHash(now.rootHash));
      }
    }
  });

  test("come in the part that was asked for", async () => {
    const indexes = async (query: object) =>
      (await ask(entries, { ...query })).body.entries.map(({ index }: { index: number }) => index);
    expect(await indexes({ start: 1, end: 3 })).toEqual([1, 2, 3]);
    expect(await indexes({ start: 5, end: 900 })).toEqual([5]);
    expect(await indexes({ start: 6 })).toEqual([]);
    const at = (await ask(entries, { start: 2, end: 2 })).body.entries[0].record.url;
    expect(at).toMatch(/^https:\/\/desk\.example\/claims\//);
  });

  test.each([
    [inclusion, { hash: "5a".repeat(32) }, 400, "hash"],
    [inclusion, { hash: `sha256:${"5a".repeat(32)}`, size: 7 }, 400, "size"],
    [inclusion, { hash: `sha256:${"5a".repeat(32)}`, size: -1 }, 400, "size"],
    [inclusion, { hash: `sha256:${"5a".repeat(32)}`, size: 1.5 }, 400, "size"],
    [inclusion, { hash: `sha256:${"5a".repeat(32)}`, size: "NaN" }, 400, "size"],
    [inclusion, {}, 400, "hash"],
    [inclusion, { hash: `sha256:${"5a".repeat(32)}` }, 404, undefined],
    [consistency, { first: 3, second: 7 }, 400, "second"],
    [consistency, { first: 4, second: 3 }, 400, "first"],
    [consistency, { second: 3 }, 400, "first"],
    [consistency, { first: -1 }, 400, "first"],
    [consistency, { first: 0.5 }, 400, "first"],
    [consistency, { first: "NaN" }, 400, "first"],
    [consistency, { first: 0, second: "1e0" }, 400, "second"],
    [entries, { start: 3, end: 2 }, 400, "end"],
    [entries, { start: "1e1" }, 400, "start"],
    [entries, { from: 1 }, 400, "from"],
    [head, { size: 1 }, 400, "size"],
  ])("%# refuse what makes no sense", async (handler, query, status, field) => {
    const answer = await ask(handler, query);
    expect(answer.status).toBe(status);
    expect(answer.body.error.details[0]?.path).toBe(field);
  });

  test("do not know a verdict in a tree from before its publication", async () => {
    const [last] = (await ask(entries, { start: 5 })).body.entries;
    expect((await ask(inclusion, { hash: last.record.verdict.hash, size: 5 })).status).toBe(404);
  });
});
