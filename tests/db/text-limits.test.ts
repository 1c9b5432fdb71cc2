import { expect, test } from "vitest";
import { addEvidence, removeEvidence, restoreEvidence } from "@/lib/desk/evidence/commands";
import { newEvidenceSchema } from "@/lib/desk/evidence/schema";
import { db } from "@/lib/platform/db/client";
import { counts, limits } from "@/lib/text/limits";
import { aClaim, somebody, someEvidence } from "@/tests/factories/desk";

const editor = await somebody("editor");

// The columns that hold texts, and the limit of each; those in braces hold one text a language.
const columns: Record<string, Record<string, number>> = {
  article: {
    title: limits.title,
    publisher: limits.publisher,
    author: limits.publisher,
    "{disclosure}": limits.disclosure,
  },
  article_version: { text: limits.articleText },
  article_translation: { title: limits.title, text: limits.articleText },
  claim: { text: limits.claimText },
  claim_translation: { text: limits.claimText },
  claimant: { "{names}": limits.name },
  topic: { "{names}": limits.name },
  appearance: { title: limits.title, publisher: limits.publisher, "{change}": limits.change },
  evidence: {
    title: limits.title,
    publisher: limits.publisher,
    excerpt: limits.excerpt,
    "{note}": limits.evidenceNote,
    "{protection}": limits.protection,
  },
  proposal: {
    "{summary}": limits.summary,
    "{reasons}": limits.reasons,
    "{note}": limits.correctionNote,
    return_note: limits.returnNote,
  },
  comment: { text: limits.comment },
  person: { name: limits.personName },
  api_key: { name: limits.keyName },
};

test.each(Object.entries(columns))("the database holds the limits of %s", async (table, texts) => {
  const triggers = await db().$queryRaw<Array<{ name: string; definition: string }>>`
    SELECT tgname AS name, pg_get_triggerdef(oid) AS definition FROM pg_trigger
    WHERE tgrelid = ${table}::regclass AND tgname LIKE ${`${table}\\_texts%`}`;
  // The text of a version is never updated.
  expect(triggers).toHaveLength(table === "article_version" ? 1 : 2);
  for (const { definition } of triggers) {
    const held = [...definition.matchAll(/(texts?_fit(?:s)?)\(new\.(\w+), (\d+)\)/g)].map(
      ([, check, column, limit]) => [check === "texts_fit" ? `{${column}}` : column, Number(limit)],
    );
    expect(Object.fromEntries(held)).toEqual(texts);
  }
});

test.each([
  ["CR", "a\rb"],
  ["a control", "a\u0001b"],
  ["a noncharacter", "a\uFFFEb"],
  ["an override", "a\u202Eb"],
  ["too long a text", "x".repeat(limits.title + 1)],
])("the database refuses %s, whoever writes it", async (_, title) => {
  const claim = await aClaim(editor);
  const id = await someEvidence(editor, claim.id);
  const write = db().evidence.update({ where: { id }, data: { title } });
  await expect(write).rejects.toThrow("too long or not in its normal form");
  const note = { en: "Fine.", ar: title.repeat(20) };
  await expect(db().evidence.update({ where: { id }, data: { note } })).rejects.toThrow("normal form");
});

test("a row from before can be changed in all else, removed and put back as it was", async () => {
  const claim = await aClaim(editor);
  const id = await someEvidence(editor, claim.id);
  const old = { en: "One.\r\n\r\nTwo.", ar: "واحد.\r\n\r\nاثنان." };
  await db().$executeRaw`ALTER TABLE evidence DISABLE TRIGGER evidence_texts_update`;
  await db().evidence.update({ where: { id }, data: { note: old } });
  await db().$executeRaw`ALTER TABLE evidence ENABLE TRIGGER evidence_texts_update`;
  await db().evidence.update({ where: { id }, data: { position: 7 } });
  await removeEvidence(editor, id);
  await restoreEvidence(editor, { claimId: claim.id, evidenceId: id });
  expect((await db().evidence.findUniqueOrThrow({ where: { id } })).note).toEqual(old);
});

test("a claim has a bounded number of pieces of evidence", async () => {
  const claim = await aClaim(editor);
  const first = await someEvidence(editor, claim.id);
  const { id: _, ...row } = await db().evidence.findUniqueOrThrow({ where: { id: first } });
  const more = Array.from({ length: counts.evidenceOfClaim - 1 }, (_unused, n) => ({
    ...row,
    note: row.note ?? {},
    protection: {},
    id: `${first}-${n}`,
    position: n + 2,
  }));
  await db().evidence.createMany({ data: more });
  const one = newEvidenceSchema.parse({
    claimId: claim.id,
    url: "https://example.org/",
    title: "One more",
    publisher: "P",
    language: "en",
    stance: "context",
    accessedOn: "2025-05-01",
  });
  await expect(addEvidence(editor, one)).rejects.toMatchObject({ code: "invalid", reason: "evidence_full" });
});
