import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as claimRoute } from "@/app/api/v1/claims/[slug]/route";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { GET as deskClaimRoute } from "@/app/api/v1/desk/claims/[slug]/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import { getClaim } from "@/lib/public/claims/get-claim";
import { findOtherSpelling } from "@/lib/server/addresses";
import { errorResponse } from "@/lib/server/http/responses";
import { parseWebAddress } from "@/lib/text/web-address";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { asSuperuser } from "@/tests/factories/superuser";

let editor: Context;
let publisher: Context;
let claim: { id: string; slug: string };
vi.mock("@/lib/next/context", () => ({ apiContext: async () => editor }));

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
  claim = await aClaim(editor);
});

const run = async (name: string, input: object): Promise<unknown> => commands[name]?.(editor, input);
const piece = { title: "T", publisher: "P", language: "en", stance: "supports", accessedOn: "2025-05-01" };
const article = { kind: "news", title: "T", language: "ar", publisher: "P", disclosure: {}, text: "نص" };

/** What the API responds to a command. */
async function respond(name: string, input: object) {
  const error = await run(name, input).then(
    () => null,
    (thrown) => thrown,
  );
  const answer = error ? errorResponse(error) : Response.json({});
  return { status: answer.status, ...(await answer.json()).error };
}

/** A way in for an address: the command, and the field that is named when it is refused. */
const doors: Array<[string, string, (address: string) => object]> = [
  ["add-evidence", "url", (url) => ({ ...piece, claimId: claim.id, url })],
  ["add-evidence", "archiveUrl", (archiveUrl) => ({ ...piece, claimId: claim.id, kind: "data", archiveUrl })],
  ["create-article", "url", (url) => ({ ...article, url })],
  ["create-article", "archiveUrl", (archiveUrl) => ({ ...article, archiveUrl })],
  ["add-appearance", "url", (url) => ({ claimId: claim.id, url, language: "ar", change: {} })],
];

describe.each(doors)("%s with %s", (name, path, input) => {
  test.each([
    ["https:/example.org/x", "two slashes"],
    ["https:///x", "two slashes"],
    ["http:example.org", "two slashes"],
    ["https://.", "name with a dot"],
    ["https://example", "name with a dot"],
    ["https://user:secret@example.org", "password"],
    ["https://example.org/a\u202Eb", "invisible"],
    ["https://example.org/long-\npath", "line break"],
    ["example.org/x", "Write https://"],
  ])("refuses %j, names the field and says why", async (address, why) => {
    expect(await respond(name, input(address))).toMatchObject({
      status: 400,
      code: "invalid",
      details: [{ path, message: expect.stringContaining(why) }],
    });
  });

  test("stores what was given, and nothing of what was copied with it", async () => {
    const address = "https://example.org/cafe\u0301/%d8%a7/خبر?a=1.";
    const given = input(`\u200F\u2067\u200B${address}\u00A0\u2069\n`);
    await run(name, given);
    const [{ count } = { count: 0 }] = await db().$queryRaw<Array<{ count: number }>>`
      SELECT (SELECT count(*) FROM evidence WHERE ${address} IN (url, archive_url))::int
        + (SELECT count(*) FROM article WHERE ${address} IN (url, archive_url))::int
        + (SELECT count(*) FROM appearance WHERE url = ${address})::int AS count`;
    expect(count).toBeGreaterThan(0);
  });
});

const scheme = fc.constantFrom("https://", "http://", "HTTPS://", "https:/", "https:///", "ftp://", "");
const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((ip) => `[${ip}]`),
  fc
    .array(
      fc.constantFrom("a", ".", "é", "موقع", "例", "-", "_", "1", "0x7f", "\u200C", "xn--", "%2e", "،"),
      {
        maxLength: 6,
        minLength: 1,
      },
    )
    .map((parts) => parts.join("")),
);
const port = fc.constantFrom("", ":", ":8080", ":65535", ":65536", ":x");
const rest = fc.oneof(
  fc.webPath(),
  fc.string({ unit: "binary", maxLength: 12 }).map((text) => `/${text}`),
  fc.constantFrom(
    "",
    "?a@b",
    "#x",
    "/ب\u200Cب",
    "/❤\uFE0F",
    "/a b",
    "/\u2028x",
    "/\u180Ex",
    `/${"ن".repeat(1990)}`,
  ),
);
const stray = fc.constantFrom("", "\u200F", " \u2066", "\uFEFF", "\u00AD\n");

describe("the database and the desk agree", () => {
  const isStorable = async (addresses: string[]) =>
    db().$queryRaw<Array<{ address: string; ok: boolean }>>`
      SELECT address, is_web_address(address) AND address ~* '^https?://[^\\s/?#]+' AS ok
      FROM unnest(${addresses}::text[]) AS address`;

  test("whatever the desk takes, the database takes", async () => {
    const texts = fc.sample(
      fc.tuple(stray, scheme, host, port, rest, stray).map((parts) => parts.join("")),
      { numRuns: 6000, seed: 18 },
    );
    const taken = texts.map(parseWebAddress).flatMap((read) => ("address" in read ? [read.address] : []));
    expect(taken.length).toBeGreaterThan(500);
    const refused = (await isStorable(taken)).filter(({ ok }) => !ok);
    expect(refused.map(({ address }) => JSON.stringify(address))).toEqual([]);
  });

  test.each([
    "https://example",
    "https://.",
    "https://a..b",
    "https://example.",
    "https:/example.org/x",
    "https:///x",
    "http:example.org",
    "https://user:secret@example.org",
    "https://example.org/a\u202Eb",
    "https://example.org/a\u200Bb",
    "https://example.org/a b",
    "https://example.org/a\u00A0b",
    "https://exa%6Dple.org",
    "https://example.org\\x",
    "ftp://example.org",
    `https://example.org/${"é".repeat(1981)}`,
  ])("both refuse %j", async (address) => {
    expect("fault" in parseWebAddress(address)).toBe(true);
    expect(await isStorable([address])).toEqual([{ address, ok: false }]);
    const { id } = await db().evidence.findFirstOrThrow({ where: { claimId: claim.id } });
    await expect(db().evidence.update({ where: { id }, data: { url: address } })).rejects.toThrow();
    await expect(db().evidence.update({ where: { id }, data: { archiveUrl: address } })).rejects.toThrow();
  });
});

test("what was stored before the rule can still be moved, archived, removed and put back", async () => {
  const { id: claimId } = await aClaim(editor);
  const [first, second] = [await someEvidence(editor, claimId), await someEvidence(editor, claimId)];
  const { id: articleId } = await anArticle(editor, { url: "https://example.org/before" });
  await asSuperuser(
    `SET session_replication_role = replica;
     UPDATE evidence SET url = 'https://example' WHERE id = '${first}';
     UPDATE article SET url = 'https://example' WHERE id = '${articleId}'`,
  );
  await run("order-evidence", { claimId, order: [second, first] });
  await run("archive-article", { articleId });
  await run("remove-evidence", { evidenceId: first });
  await run("restore-evidence", { claimId, evidenceId: first });
  expect(await db().evidence.findUnique({ where: { id: first } })).toMatchObject({ url: "https://example" });
});

describe("a protected source", () => {
  const source = {
    ...piece,
    kind: "protected_source",
    protection: { en: "Afraid." },
    publisher: "An official",
  };
  test.each([
    ["title", { title: "Mail of a.b@example.org" }],
    ["publisher", { publisher: "www.example.org" }],
    ["excerpt", { excerpt: "As I wrote on t.me/somebody." }],
    ["note.ar", { note: { ar: "انظر https://example.org/page" } }],
    ["protection.en", { protection: { en: "See http://example.org." } }],
  ])("has no address in its %s, in a new one or an edited one", async (path, fields) => {
    const why = { status: 400, details: [{ path, message: expect.stringContaining("protected source") }] };
    expect(await respond("add-evidence", { ...source, claimId: claim.id, ...fields })).toMatchObject(why);
    const evidenceId = await run("add-evidence", { ...source, claimId: claim.id });
    const { kind: _, ...edited } = { ...source, evidenceId, version: 1, ...fields };
    expect(await respond("edit-evidence", edited)).toMatchObject(why);
  });

  test("may name a publisher by its site", async () => {
    const named = { ...source, claimId: claim.id, title: "An editor of example.org, 1.5/2 and/or more" };
    expect(await respond("add-evidence", named)).toMatchObject({ status: 200 });
  });
});

describe("a slug in another normal form", () => {
  test("leads to the claim, its revision and its article", async () => {
    const made = await aClaim(editor, { text: { en: "Le café coûte cher." } });
    await someEvidence(editor, made.id);
    await published(editor, publisher, aVerdict(made.id));
    const source = (await getClaim(made.slug)).source?.article ?? "";
    const [nfc, nfd] = (["NFC", "NFD"] as const).map((form) => encodeURIComponent(made.slug.normalize(form)));
    expect(nfc).not.toBe(nfd);
    expect(await findOtherSpelling(`/claims/${nfd}`)).toBe(`/claims/${nfc}`);
    expect(await findOtherSpelling(`/claims/${nfd}/revisions/1`)).toBe(`/claims/${nfc}/revisions/1`);
    expect(await findOtherSpelling(`/claims/${nfd}/revisions/2`)).toBeNull();
    expect(await findOtherSpelling(`/claims/${nfd}x`)).toBeNull();
    expect(await findOtherSpelling(`/articles/${encodeURIComponent(source)}`)).toBeNull();
    expect(await findOtherSpelling(`/desk/claims/${nfd}/preview`)).toBe(`/desk/claims/${nfc}/preview`);
    expect(await findOtherSpelling(`/desk/claims/${encodeURIComponent("nowhe\u0301re")}`)).toBe(
      `/desk/claims/${encodeURIComponent("nowh\u00E9re")}`,
    );
    expect(await findOtherSpelling(`/desk/claims/${nfc}`)).toBeNull();
    expect(await findOtherSpelling("/claims/%E0%A4")).toBeNull();
    const answer = await claimRoute(new Request(`https://desk.example/api/v1/claims/${nfd}?x=1`), {
      params: Promise.resolve({ slug: decodeURIComponent(nfd ?? "") }),
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([308, `/api/v1/claims/${nfc}?x=1`]);
  });

  test("is found by programs of the desk", async () => {
    const { id, slug } = await aClaim(editor, { text: { en: "Un café très cher." } });
    const read = async (name: string) => {
      const params = Promise.resolve({ slug: name });
      return deskClaimRoute(new Request("https://desk.example/"), { params });
    };
    for (const form of ["NFC", "NFD"])
      expect(await (await read(slug.normalize(form))).json()).toMatchObject({ data: { id } });
    expect((await read("nowhe\u0301re")).status).toBe(404);
  });

  test("is stored composed", async () => {
    expect((await anArticle(editor, { slug: "cafe\u0301" })).slug).toBe("caf\u00E9");
  });
});
