import { beforeAll, describe, expect, test } from "vitest";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import type { Context } from "@/lib/desk/auth/permissions";
import { editEvidence } from "@/lib/desk/evidence/commands";
import { listEvidence } from "@/lib/desk/evidence/queries";
import { editedEvidenceSchema } from "@/lib/desk/evidence/schema";
import { db } from "@/lib/platform/db/client";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { getClaim } from "@/lib/public/claims/get-claim";
import { aClaim, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { findClaims } from "@/tests/factories/reading";

let editor: Context;
let publisher: Context;
let claim: { id: string; slug: string };

const common = { title: "سجل الميزانية", language: "ar", stance: "refutes", accessedOn: "2025-05-01" };
const add = async (input: object) => commands["add-evidence"]?.(editor, { claimId: claim.id, ...input });

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
  claim = await aClaim(editor);
});

describe("evidence of every kind", () => {
  test("is added by programs, published and found by what its note and its protection say", async () => {
    await add({ ...common, url: "https://example.org/a", publisher: "The Daily" });
    await add({ ...common, kind: "document", publisher: "National archive", note: { en: "Page seven." } });
    await add({ ...common, kind: "interview", title: "Talk with the auditor" });
    await add({ ...common, kind: "data", note: { ar: "جدول المصروفات" } });
    const protection = { en: "Whistleblowers lose their posts.", ar: "يخشى المصدر الفصل" };
    await add({ ...common, kind: "protected_source", title: "An official", protection });
    await published(editor, publisher, aVerdict(claim.id));
    const { evidence } = await getClaim(claim.slug);
    expect(evidence.map(({ kind, url, publisher: from }) => [kind, url, from])).toEqual([
      ["web", "https://example.org/a", "The Daily"],
      ["document", null, "National archive"],
      ["interview", null, null],
      ["data", null, null],
      ["protected_source", null, null],
    ]);
    expect(evidence.at(-1)?.protection).toEqual(protection);
    for (const q of ["whistleblowers", "الفصل", "المصروفات", '"page seven"']) {
      const { rows } = await findClaims(claimQuerySchema.parse({ q }));
      expect(
        rows.map(({ slug }) => slug),
        q,
      ).toEqual([claim.slug]);
    }
  });

  test.each([
    ["no stance", { ...common, kind: "document", stance: undefined }, "stance"],
    ["no language", { ...common, kind: "document", language: undefined }, "language"],
    ["a web page without its link", { ...common, publisher: "P" }, "url"],
    ["a web page without its publisher", { ...common, url: "https://example.org" }, "publisher"],
    ["a protected source without a reason", { ...common, kind: "protected_source" }, "protection"],
    [
      "a protected source with a link",
      { ...common, kind: "protected_source", protection: { en: "R" }, url: "https://example.org" },
      "url",
    ],
  ])("is refused with %s, and nothing is written", async (_, input, path) => {
    const before = await db().evidence.count();
    await expect(add(input)).rejects.toMatchObject({ issues: [{ path: [path] }] });
    expect(await db().evidence.count()).toBe(before);
  });
});

describe("edited evidence", () => {
  const edit = (id: string, input: object) =>
    editEvidence(editor, editedEvidenceSchema.parse({ ...common, evidenceId: id, version: 1, ...input }));

  test("stays of its kind where no kind is given", async () => {
    const { id: claimId } = await aClaim(editor);
    const id = await someEvidence(editor, claimId, { kind: "document", url: null });
    await edit(id, { title: "Corrected" });
    const [row] = await listEvidence(editor, claimId);
    expect(row).toMatchObject({ kind: "document", title: "Corrected", url: null });
  });

  test("is held against the kind that it is of", async () => {
    const { id: claimId } = await aClaim(editor);
    const id = await someEvidence(editor, claimId);
    await expect(edit(id, {})).rejects.toMatchObject({
      code: "invalid",
      details: [
        { path: "url", message: "required" },
        { path: "publisher", message: "required" },
      ],
    });
  });

  test("becomes of another kind, and the log says so", async () => {
    const { id: claimId } = await aClaim(editor);
    const id = await someEvidence(editor, claimId);
    await edit(id, { kind: "protected_source", protection: { ar: "يخشى على عمله." } });
    const [row] = await listEvidence(editor, claimId);
    expect(row).toMatchObject({ kind: "protected_source", url: null, publisher: null, archiveUrl: null });
    const event = await db().event.findFirstOrThrow({
      where: { action: "evidence.edit", entityId: claimId },
    });
    expect(event.change).toMatchObject({
      from: { kind: "web" },
      to: { kind: "protected_source", url: null },
    });
  });
});

test("the database holds the kinds to it, whoever writes", async () => {
  const { id: claimId } = await aClaim(editor);
  const id = await someEvidence(editor, claimId);
  for (const data of [{ url: null }, { publisher: null }, { kind: "protected_source" as const }])
    await expect(db().evidence.update({ where: { id }, data })).rejects.toThrow(/evidence_(web|protected)/);
});
