import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET as headRoute } from "@/app/api/v1/log/route";
import { GET as exportRoute } from "@/app/api/v1/verdicts.json/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { serveDesk } from "@/tests/factories/desk-server";
import { asSuperuser } from "@/tests/factories/superuser";
import { verify, verifyHere } from "@/tests/factories/verify";

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), "veritable-desk-"));
const note = { en: "We had the wrong figure." };
let editor: Context;
let publisher: Context;
let articleId: string;
let [first, second]: Array<{ id: string; slug: string }> = [];
let before: (path: string) => Response | Promise<void> | null = () => null;
let desk: Awaited<ReturnType<typeof serveDesk>>;

async function aPublishedClaim(text: string) {
  const claim = await aClaim(editor, { articleId, text: { en: text, ar: "ادعاء" } });
  await someEvidence(editor, claim.id);
  await published(editor, publisher, aVerdict(claim.id));
  return claim;
}

beforeAll(async () => {
  [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  articleId = (await anArticle(editor)).id;
  [first, second] = [await aPublishedClaim("One"), await aPublishedClaim("Two")];
  await published(editor, publisher, aVerdict(first.id, { kind: "correction", rating: "false", note }));
  await published(editor, publisher, aVerdict(second.id, { kind: "retraction", note }));
  await aClaim(editor, { articleId, text: { en: "Nobody has looked at this" } });
  desk = await serveDesk((at) => before(at));
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const online = () => ["--desk", desk.address, "--origin", "https://desk.example"];
async function keep(name: string, handler: typeof headRoute): Promise<string> {
  const response = await handler(new Request("https://desk.example/x"), { params: Promise.resolve({}) });
  const text = await response.text();
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

describe("npm run verify -- --desk", () => {
  test("says what it compared with what, and how many of each", async () => {
    const head = await keep("head.json", headRoute);
    const exported = await keep("verdicts.json", exportRoute);
    const { code, said } = await verify(...online(), "--old-head", head, exported);
    expect(code).toBe(0);
    expect(said.trim().split("\n")).toEqual([
      `The log of ${desk.address}: 4 entries, from the first on, every leaf is right.`,
      expect.stringMatching(/^The head is signed by sha256:[0-9a-f]{64} for 4 publications: these\.$/),
      "The key was compared with nothing: name the one that you know with --key.",
      "The log begins with the 4 of the old head.",
      "/api/v1/claims/SLUG: 2 claims with 4 revisions compared with the log.",
      "/api/v1/claims: 2 claims compared with the log; 1 have no verdict, in the log neither.",
      "/api/v1/verdicts.ndjson: 2 verdicts compared with the log.",
      "/api/v1/verdicts.ndjson?revisions=all: 4 verdicts compared with the log.",
      "/corrections/feed.json: 2 of 2 corrections compared with the log.",
      `${exported}: 2 verdicts, every hash is right.`,
      `2 verdicts of ${exported} compared with the log: it holds each, and the export lacks none of the log's 2 claims.`,
    ]);
  });

  test("looks for what is published in the meantime, too", async () => {
    before = async (at) => {
      if (at !== "/api/v1/claims") return;
      before = () => null;
      await aPublishedClaim("Meanwhile");
      await published(editor, publisher, aVerdict(first?.id ?? "", { kind: "correction", note }));
    };
    const { code, said } = await verifyHere(...online());
    expect(said).toContain("2 publications came in the meantime, and are right.");
    expect(code).toBe(0);
  });

  test("tells a desk that does not answer from one that is wrong", async () => {
    before = () => new Response("", { status: 503, headers: { "retry-after": "0.01" } });
    expect(await verifyHere(...online())).toEqual({
      code: 2,
      said: expect.stringContaining("it responded with 503"),
    });
    let busy = 2;
    before = () =>
      busy-- > 0 ? new Response("", { status: 503, headers: { "retry-after": "0.01" } }) : null;
    expect(await verifyHere(...online())).toMatchObject({ code: 0 });
    const closed = await serveDesk();
    await closed.close();
    expect(await verifyHere("--desk", closed.address)).toEqual({
      code: 2,
      said: expect.stringMatching(/cannot be reached: .*ECONNREFUSED/),
    });
    expect(await verifyHere("--desk", "desk")).toMatchObject({ code: 2 });
  });

  test("takes no other key and no other address than those that are named", async () => {
    before = () => null;
    expect(await verifyHere(...online(), "--key", "ab".repeat(32))).toMatchObject({ code: 1 });
    expect(await verifyHere("--desk", desk.address)).toEqual({
      code: 1,
      said: expect.stringContaining(`the desk is at ${desk.address}`),
    });
  });

  test.each([
    ["a rating", "content_html", (text: string) => text.replace("Disputed", "Verified"), "the rating"],
    ["a time", "date_published", () => "2020-01-01T00:00:00.000Z", "the time"],
    ["a kind", "title", (text: string) => text.replace("Correction", "Retraction"), "the kind"],
    ["an address", "url", () => "https://desk.example/claims/other/revisions/2", "the address"],
  ])("finds %s that a feed of corrections has and the log has not", async (_what, field, change, said) => {
    before = () => null;
    const feed = await (await fetch(`${desk.address}/corrections/feed.json`)).json();
    const item = feed.items.find(({ url }: { url: string }) => url.endsWith(`${first?.slug}/revisions/2`));
    item[field] = change(item[field]);
    before = (at) => (at === "/corrections/feed.json" ? Response.json(feed) : null);
    expect(await verifyHere(...online())).toEqual({ code: 1, said: expect.stringContaining(said) });
    feed.items.splice(feed.items.indexOf(item), 1);
    expect(await verifyHere(...online())).toEqual({
      code: 1,
      said: expect.stringContaining("does not show"),
    });
  });

  test("finds a correction taken out of the list of revisions, and one put there", async () => {
    before = () => null;
    const at = `/api/v1/claims/${first?.slug}`;
    const claim = await (await fetch(`${desk.address}${at}`)).json();
    const changed = [
      { ...claim, revisions: claim.revisions.slice(1) },
      { ...claim, revisions: claim.revisions.with(0, { ...claim.revisions[0], publishedBy: "Somebody" }) },
    ];
    for (const one of changed) {
      before = (asked) => (asked === at ? Response.json(one) : null);
      expect(await verifyHere(...online())).toMatchObject({ code: 1 });
    }
    before = (asked) => (asked === at ? new Response("", { status: 404 }) : null);
    expect(await verifyHere(...online())).toEqual({
      code: 1,
      said: expect.stringContaining("does not exist"),
    });
  });

  test("finds a verdict that the log lacks", async () => {
    before = () => null;
    await asSuperuser("UPDATE revision SET log_index = log_index + 100 WHERE claim_id = $1", [second?.id]);
    expect(await verifyHere(...online())).toMatchObject({ code: 1 });
  });
});
