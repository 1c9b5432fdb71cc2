import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { createClaim, editClaim } from "@/lib/desk/claims/commands";
import { searchNamedEntities, suggestClaimants } from "@/lib/desk/claims/named-entities/queries";
import { renameNamedEntity } from "@/lib/desk/claims/named-entities/rename";
import { splitClaimant } from "@/lib/desk/claims/named-entities/split";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { editedClaimSchema, newClaimSchema, renameSchema, splitSchema } from "@/lib/desk/claims/schema";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { proposeVerdict } from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { exportVerdictLines } from "@/lib/exchange/exports/verdicts";
import type { Localized } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import { claimFilterSchema, claimQuerySchema } from "@/lib/public/claims/filters";
import { getClaim } from "@/lib/public/claims/get-claim";
import { resolveFilter } from "@/lib/public/claims/where";
import { suggest } from "@/lib/public/suggest";
import { nameKeys } from "@/lib/text/name-key";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { findFacets, findRows } from "@/tests/factories/reading";

let editor: Context;
let publisher: Context;
let articleId: string;

beforeAll(async () => {
  [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  articleId = (await anArticle(editor)).id;
});

/** Makes a claim by this claimant as a program would; answers its id and slug. */
function claimBy(claimant: unknown, fields: object = {}) {
  const given = { articleId, language: "en", text: { en: "It is so." }, quote: "2,000 وحدة H800" };
  return createClaim(editor, newClaimSchema.parse({ ...given, claimant, ...fields }));
}

const created = (names: Localized, distinctFrom: string[] = []) => ({ names, create: true, distinctFrom });
const claimantOf = async (slug: string) => (await getDeskClaim(editor, slug)).claimant;
const namesOf = async (key: string) => (await db().claimant.findUniqueOrThrow({ where: { key } })).names;
const versionOf = async (key: string) => (await db().claimant.findUniqueOrThrow({ where: { key } })).version;
const alike = (message: string, path = "claimant") => ({
  code: "conflict",
  reason: "claimant_unclear",
  details: [{ path, message: expect.stringContaining(message) }],
});

describe("a claimant named anew", () => {
  test("is no other of the same Arabic name", async () => {
    const egypt = { en: "Ministry of Health of Egypt", ar: "وزارة الصحة" };
    const jordan = { en: "Ministry of Health of Jordan", ar: "وزارة الصحة" };
    const first = await claimBy(created(egypt));
    const key = "ministry-of-health-of-egypt";
    expect(await claimantOf(first.slug)).toEqual({ key, names: egypt });
    await expect(claimBy(created(jordan))).rejects.toMatchObject(
      alike(`${key}: Ministry of Health of Egypt / وزارة الصحة (1 claim)`),
    );
    const second = await claimBy(created(jordan, [key]));
    expect(await claimantOf(second.slug)).toEqual({ key: "ministry-of-health-of-jordan", names: jordan });
    expect(await claimantOf(first.slug)).toEqual({ key, names: egypt });
    // A third one is told from both.
    const syria = { en: "Ministry of Health of Syria", ar: "وزارة الصحة" };
    await expect(claimBy(created(syria, [key]))).rejects.toMatchObject({
      details: [
        { message: expect.stringContaining("egypt") },
        { message: expect.stringContaining("jordan") },
      ],
    });
  });

  test("takes no name from another country's, and gives it none", async () => {
    const lebanon = { en: "Interior Ministry", ar: "وزارة الداخلية والبلديات" };
    await claimBy(created(lebanon));
    await expect(claimBy(created({ en: "Interior Ministry" }))).rejects.toMatchObject(
      alike("interior-ministry: Interior Ministry / وزارة الداخلية والبلديات"),
    );
    const other = await claimBy(created({ en: "Interior Ministry" }, ["interior-ministry"]));
    expect(await claimantOf(other.slug)).toEqual({
      key: "interior-ministry-2",
      names: { en: "Interior Ministry" },
    });
    expect(await namesOf("interior-ministry")).toEqual(lebanon);
  });

  test("is not created without the wish to", async () => {
    await expect(claimBy({ names: { en: "Nobody Called So" } })).rejects.toMatchObject(
      alike("There is no claimant with this name. Send create: true to create it."),
    );
    await claimBy(created({ en: "Amira Haddad", ar: "أميرة حداد" }));
    // Also where there is just one; a slip of the pen is offered too.
    await expect(claimBy({ names: { ar: "اميرة حداد" } })).rejects.toMatchObject(alike("amira-haddad"));
    await expect(claimBy({ names: { en: "Amira Hadad" } })).rejects.toMatchObject(alike("amira-haddad"));
    expect(await db().claimant.count({ where: { key: { startsWith: "amira" } } })).toBe(1);
  });

  test.each([
    ["two spaces and case", "Jane Doe", "jane  doe"],
    ["a no-break space", "Jonas Roe", "Jonas\u00a0Roe"],
    ["NFD", "Zo\u00e9 Martin", "Zoe\u0301 Martin"],
    ["zero-width and bidi marks", "Karl May", "\u200fKa\u200brl May"],
    ["tashkeel", "عدّة حسن", "عدة حسن"],
    ["a space inside", "DeepSeek Research", "Deep Seek Research"],
    ["a hyphen", "eHealth Now", "e-Health Now"],
    ["a space in Arabic", "عبدالله حسن", "عبد الله حسن"],
    ["the seat of a hamza", "مسؤول مصري", "مسئول مصري"],
    ["a hamza on another letter", "هيئة المحطات", "هيأة المحطات"],
    ["Cyrillic letters", "Karen Poe", "K\u0430ren P\u043Ee"],
    ["a letter that shows nothing", "Nora Roe", "Nora\u3164 Roe\u2800"],
  ])("looks like one that differs by %s", async (_what, one, other) => {
    const language = /\p{Script=Arabic}/u.test(one) ? "ar" : "en";
    await claimBy(created({ [language]: one }));
    await expect(claimBy(created({ [language]: other }))).rejects.toMatchObject({
      code: "conflict",
      reason: "claimant_unclear",
    });
    // The names of any language are looked at.
    const crossed = { [language === "en" ? "ar" : "en"]: other };
    await expect(claimBy(created(crossed))).rejects.toMatchObject({ reason: "claimant_unclear" });
  });

  test.each([
    "Deep Seek",
    "e-Health of Zoé",
    "عبد الله المسؤول",
    "شي\u0654ون",
    "Ja\u2800ne \u3164Doe",
    "Ｊａｎｅ ﷲ",
    "هيأة الرأي، سماء",
    "Sa\u02BFid \u0412\u0422\u0421 \u039F Путин",
    "ه\u06CC\u06CC\u0654ة \uFE8B",
  ])("the database has the keys of %s that the product makes", async (name) => {
    const [row] = await db().$queryRaw<{ keys: string[] }[]>`
      SELECT name_keys(${JSON.stringify({ en: name })}::jsonb) AS keys`;
    expect(row?.keys.sort()).toEqual(nameKeys(name).sort());
  });

  test("is created once by two people at once", async () => {
    const both = await Promise.allSettled([1, 2].map(() => claimBy(created({ en: "At Once", ar: "معًا" }))));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: alike("at-once: At Once / معًا"),
    });
    expect(await db().claimant.count({ where: { nameKeys: { has: "atonce" } } })).toBe(1);
  });

  test("is in the log", async () => {
    await claimBy(created({ en: "Logged Once" }));
    const { id } = await db().claimant.findUniqueOrThrow({ where: { key: "logged-once" } });
    const events = await db().event.findMany({ where: { entityId: id } });
    expect(events).toMatchObject([{ action: "claimant.create", entity: "claimant" }]);
  });

  test.each([
    ["a name that shows nothing", { names: { en: "\u200b" }, create: true }],
    ["no name", { names: {}, create: true }],
    ["the names alone", { en: "DeepSeek" }],
    ["a key and names", { key: "x", names: { en: "X" } }],
  ])("%s is refused", (_what, claimant) => {
    const given = { articleId, language: "en", text: { en: "T" }, quote: "H800", claimant };
    expect(newClaimSchema.safeParse(given).success).toBe(false);
  });
});

describe("a claimant by key", () => {
  test("is named when there is none", async () => {
    await expect(claimBy({ key: "no-such" })).rejects.toMatchObject({
      code: "invalid",
      details: [{ path: "claimant", message: "There is no claimant no-such." }],
    });
  });

  test("is chosen on editing, too, and names are asked about", async () => {
    await claimBy(created({ en: "First Speaker" }));
    const { id: claimId, slug } = await claimBy(created({ en: "Second Speaker" }));
    const { version, quote } = await formOf(slug);
    const fields = { claimId, language: "en", text: { en: "It is so." }, quote };
    const edit = (claimant: unknown, at: number) =>
      editClaim(editor, editedClaimSchema.parse({ ...fields, version: at, claimant }));
    await expect(edit(created({ en: "First speaker" }), version)).rejects.toMatchObject(
      alike("first-speaker"),
    );
    await edit({ key: "first-speaker" }, version);
    expect((await claimantOf(slug))?.key).toBe("first-speaker");
    await edit(null, version + 1);
    expect(await claimantOf(slug)).toBeNull();
  });
});

describe("topics", () => {
  test("are named by keys, and unknown keys are refused", async () => {
    await expect(claimBy(null, { topics: ["no-topic"] })).rejects.toMatchObject({
      code: "invalid",
      details: [{ path: "topics", message: "There is no topic no-topic." }],
    });
  });

  test("collide by names that look the same", async () => {
    await claimBy(null, { newTopic: { names: { en: "Health", ar: "الصحّة" } } });
    const newTopic = { names: { ar: "الصحة" } };
    await expect(claimBy(null, { newTopic })).rejects.toMatchObject({
      code: "conflict",
      reason: "topic_unclear",
      details: [{ path: "newTopic", message: "health: Health / الصحّة (1 claim)" }],
    });
    const { slug } = await claimBy(null, { newTopic: { ...newTopic, distinctFrom: ["health"] } });
    expect((await getDeskClaim(editor, slug)).topics).toEqual(["الصحة"]);
  });
});

test("an unknown claimant is nowhere on the way to readers", async () => {
  const { id, slug } = await claimBy(null, { text: { en: "Somebody said the moon is cheese." } });
  await someEvidence(editor, id);
  await published(editor, publisher, aVerdict(id));
  const claim = await getClaim(slug);
  expect(claim.claim.claimant).toBeNull();
  const { rows } = await findRows(claimQuerySchema.parse({ q: "moon cheese" }), "ar");
  expect(rows.map((row) => row.claim.claimant)).toEqual([null]);
  const found = await suggest({ q: "moon cheese", locale: "en" });
  expect([found.claims.length, found.claimants]).toEqual([1, []]);
  const exported = await new Response(
    exportVerdictLines({
      filter: await resolveFilter(claimFilterSchema.parse({})),
      origin: "https://desk.example",
    }),
  ).text();
  const lines = exported.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));
  expect(lines.find((line) => line.slug === slug)?.claim.claimant).toBeNull();
});

async function formOf(slug: string) {
  const { version, source } = await getDeskClaim(editor, slug);
  return { version, quote: source?.quote.exact };
}

const renamed = (key: string, version: number, names: Localized, distinctFrom: string[] = []) =>
  renameNamedEntity(editor, "claimant", renameSchema.parse({ key, version, names, distinctFrom }));

describe("renaming", () => {
  test("mends a slip; the key and what is published stay, what waits shows the new name", async () => {
    const [seen, done] = [await claimBy(created({ en: "Jon Smiht" })), await claimBy({ key: "jon-smiht" })];
    await moveClaim(editor, seen.id, "release");
    await someEvidence(editor, done.id);
    await published(editor, publisher, aVerdict(done.id));
    await renamed("jon-smiht", 1, { en: "Jon Smith", ar: "جون سميث" });
    expect((await getClaim(seen.slug)).claim.claimant).toEqual({
      key: "jon-smiht",
      names: { en: "Jon Smith", ar: "جون سميث" },
    });
    expect((await getClaim(done.slug)).claim.claimant?.names).toEqual({ en: "Jon Smiht" });
    const filtered = await findRows(claimQuerySchema.parse({ claimant: "jon-smiht" }), "en");
    expect(filtered.rows.map(({ slug }) => slug).sort()).toEqual([done.slug, seen.slug].sort());
    const events = await db().event.findMany({ where: { action: "claimant.rename" } });
    expect(events.at(-1)?.change).toEqual({
      from: { names: { en: "Jon Smiht" } },
      to: { names: { en: "Jon Smith", ar: "جون سميث" } },
    });
  });

  test("shows readers no other name in filters and suggestions than was published", async () => {
    const topic = { names: { en: "Tadde", ar: "تجاره" } };
    const { id } = await claimBy(created({ en: "Ann Onymuos", ar: "آن مجهوله" }), { newTopic: topic });
    await someEvidence(editor, id);
    await published(editor, publisher, aVerdict(id));
    await renamed("ann-onymuos", 1, { en: "Ann Onymous", ar: "آن مجهولة" });
    const names = { en: "Trade", ar: "تجارة" };
    await renameNamedEntity(editor, "topic", renameSchema.parse({ key: "tadde", version: 1, names }));
    const shown = async (locale: "en" | "ar") => {
      const facets = await findFacets(claimQuerySchema.parse({ claimant: "ann-onymuos" }));
      const { claimants } = await suggest({ q: "Ann Onymous", locale });
      const { topics } = await suggest({ q: "trade", locale });
      const among = (facet: "claimant" | "topic", key: string) =>
        facets[facet].find(({ value }) => value === key)?.names[locale];
      return [
        among("claimant", "ann-onymuos"),
        among("topic", "tadde"),
        ...[...claimants, ...topics].map(({ text }) => text),
      ];
    };
    expect(await shown("en")).toEqual(["Ann Onymuos", "Tadde", "Ann Onymuos", "Tadde"]);
    expect(await shown("ar")).toEqual(["آن مجهوله", "تجاره", "آن مجهوله", "تجاره"]);
    const note = { en: "The name was misspelled." };
    await published(editor, publisher, aVerdict(id, { kind: "correction", note }));
    expect(await shown("en")).toEqual(["Ann Onymous", "Trade", "Ann Onymous", "Trade"]);
    expect(await shown("ar")).toEqual(["آن مجهولة", "تجارة", "آن مجهولة", "تجارة"]);
  });

  test("leaves the names of internal claimants and topics out of filters that name their keys", async () => {
    await claimBy(created({ en: "Secret Sam" }), { newTopic: { names: { en: "Secret matter" } } });
    const asked = claimQuerySchema.parse({ claimant: "secret-sam", topic: "secret-matter" });
    expect(await findFacets(asked)).toMatchObject({
      claimant: [{ value: "secret-sam", names: {}, count: 0 }],
      topic: [{ value: "secret-matter", names: {}, count: 0 }],
    });
  });

  test("warns of a name that looks like another's, but not of one that it had", async () => {
    await claimBy(created({ en: "Health Board of Oslo", ar: "مجلس الصحة" }));
    await claimBy(created({ en: "Helth Board of Rome", ar: "مجلس الصحة" }, ["health-board-of-oslo"]));
    await renamed("helth-board-of-rome", 1, { en: "Health Board of Rome", ar: "مجلس الصحة" });
    const same = { en: "Health board of Oslo", ar: "مجلس الصحة" };
    await expect(renamed("helth-board-of-rome", 2, same)).rejects.toMatchObject({
      ...alike("health-board-of-oslo", "names"),
      reason: "name_taken",
    });
    expect(await renamed("helth-board-of-rome", 2, same, ["health-board-of-oslo"])).toBe(3);
  });

  test("of two at once one is told of the other", async () => {
    await claimBy(created({ en: "Twice Renamed" }));
    const both = await Promise.allSettled(
      ["One", "Two"].map((name) => renamed("twice-renamed", 1, { en: `Renamed ${name}` })),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "edited" } });
  });

  test("makes open proposals outdated", async () => {
    const { id } = await claimBy(created({ en: "Proposed Abuot" }));
    await someEvidence(editor, id);
    const { id: proposalId, version, content } = await proposeVerdict(editor, aVerdict(id));
    await renamed("proposed-abuot", 1, { en: "Proposed About" });
    await expect(publishVerdict(publisher, { proposalId, version, content })).rejects.toMatchObject({
      reason: "content_changed",
      details: [{ path: "claim.claimant.names.en", message: expect.any(String) }],
    });
  });

  test("and renaming back leaves a proposal as it was, to be published by somebody else", async () => {
    const { id } = await claimBy(created({ en: "Renamed Back" }));
    await someEvidence(editor, id);
    const { id: proposalId, version, content } = await proposeVerdict(editor, aVerdict(id));
    const names = [{ en: "Renamed Forth" }, { en: "Renamed Back" }];
    for (const [index, other] of names.entries()) {
      const input = { key: "renamed-back", version: index + 1, names: other };
      await renameNamedEntity(publisher, "claimant", renameSchema.parse(input));
    }
    const input = { proposalId, version, content };
    await expect(publishVerdict(publisher, input)).rejects.toMatchObject({ reason: "four_eyes_content" });
    expect(await publishVerdict(await somebody("publisher"), input)).toBe(1);
  });

  test("of a topic does the same", async () => {
    const { slug, id } = await claimBy(null, { newTopic: { names: { en: "Helth", ar: "صحة عامة" } } });
    await moveClaim(editor, id, "release");
    await renameNamedEntity(
      editor,
      "topic",
      renameSchema.parse({ key: "helth", version: 1, names: { en: "Public health", ar: "صحة عامة" } }),
    );
    expect((await getClaim(slug)).claim.topics).toEqual([
      { key: "helth", names: { en: "Public health", ar: "صحة عامة" } },
    ]);
  });
});

describe("splitting", () => {
  const split = (key: string, claims: string[], to: unknown) =>
    splitClaimant(editor, splitSchema.parse({ key, claims, to }));

  test("gives claims to another claimant, with an event each", async () => {
    const names = { en: "Ministry of Labour", ar: "وزارة العمل" };
    const [stays, goes, done] = [
      await claimBy(created(names)),
      await claimBy({ key: "ministry-of-labour" }),
      await claimBy({ key: "ministry-of-labour" }),
    ];
    for (const { id } of [stays, goes]) await moveClaim(editor, id, "release");
    await someEvidence(editor, done.id);
    await published(editor, publisher, aVerdict(done.id));
    const before = (await formOf(goes.slug)).version;
    const other = { en: "Ministry of Labour of Iraq", ar: "وزارة العمل" };
    await expect(split("ministry-of-labour", [goes.id], created(other))).rejects.toMatchObject(
      alike("ministry-of-labour", "to"),
    );
    const to = created(other, ["ministry-of-labour"]);
    const { key } = await split("ministry-of-labour", [goes.id, done.id], to);
    expect((await claimantOf(goes.slug))?.key).toBe(key);
    expect((await formOf(goes.slug)).version).toBe(before + 1);
    expect((await getClaim(goes.slug)).claim.claimant).toEqual({ key, names: other });
    expect((await getClaim(stays.slug)).claim.claimant?.names).toEqual(names);
    // What is published stays as it was published.
    expect((await getClaim(done.slug)).claim.claimant?.names).toEqual(names);
    expect((await claimantOf(done.slug))?.key).toBe(key);
    for (const { id } of [goes, done]) {
      const [event] = await db().event.findMany({ where: { entityId: id }, orderBy: { sequence: "desc" } });
      expect(event).toMatchObject({
        action: "claim.edit",
        change: { from: { claimant: "ministry-of-labour" }, to: { claimant: key } },
      });
    }
  });

  test("of the same claims twice at once is done once", async () => {
    const { id } = await claimBy(created({ en: "Split Source" }));
    const targets = ["Split Target A", "Split Target B"].map((en) =>
      split("split-source", [id], created({ en })),
    );
    const both = await Promise.allSettled(targets);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", reason: "claims_moved" },
    });
  });

  test("goes to another one", async () => {
    const { id } = await claimBy(created({ en: "Split Itself" }));
    await expect(split("split-itself", [id], { key: "split-itself" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(split("nobody-here", [id], { key: "split-itself" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("finding", () => {
  test("by the beginnings of words and by similar names, of any language, page by page", async () => {
    await claimBy(created({ en: "Samira Qasim", ar: "سميرة قاسم" }));
    const keys = async (q: string) =>
      (await searchNamedEntities(editor, "claimant", { q })).lines.map(({ key }) => key);
    for (const q of ["samira", "sam qas", "سمير", "Samira Qasem"]) {
      expect(await keys(q), q).toContain("samira-qasim");
    }
    expect(await keys("%")).toEqual([]);
    const offered = await suggestClaimants(editor, "qasim");
    expect(offered.candidates).toMatchObject([
      { key: "samira-qasim", claims: 1, example: { text: "It is so." } },
    ]);
    await db().claimant.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        id: `m${n}`,
        key: `m${n}`,
        names: { en: `Paged ${n}` },
      })),
    });
    const first = await searchNamedEntities(editor, "claimant", { q: "paged" });
    const second = await searchNamedEntities(editor, "claimant", { q: "paged", after: first.next ?? "" });
    expect([first.lines.length, second.lines.length, second.next]).toEqual([50, 10, null]);
    expect(await suggestClaimants(editor, "paged")).toMatchObject({ candidates: { length: 8 }, total: 60 });
  });

  test("takes the right to", async () => {
    const reader = await somebody("reader");
    await expect(searchNamedEntities(reader, "claimant", {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(suggestClaimants(reader, "x")).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("claims of very many claimants are told apart by an index", async () => {
  await aClaim(editor);
  await db().$executeRaw`INSERT INTO claimant (id, key, names)
    SELECT 'bulk-' || n, 'bulk-' || n, json_build_object('en', md5(n::text)) FROM generate_series(1, 5000) AS n`;
  await db().$executeRaw`ANALYZE claimant`;
  const plan = await db().$queryRaw<Array<{ "QUERY PLAN": string }>>`
    EXPLAIN SELECT key FROM claimant AS n WHERE n.name_keys && ${["janedoe"]}`;
  expect(JSON.stringify(plan)).toContain("claimant_name_keys_idx");
  expect(await versionOf("deepseek")).toBe(1);
});
