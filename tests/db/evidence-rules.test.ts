import { beforeEach, describe, expect, test } from "vitest";
import { listEvents } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance } from "@/lib/desk/claims/appearances";
import {
  addEvidence,
  editEvidence,
  orderEvidence,
  removeEvidence,
  restoreEvidence,
} from "@/lib/desk/evidence/commands";
import { moveEvidence } from "@/lib/desk/evidence/move";
import { findEvidence, listEvidence, listRemovedEvidence } from "@/lib/desk/evidence/queries";
import {
  type EditedEvidence,
  editedEvidenceSchema,
  type NewEvidence,
  newEvidenceSchema,
} from "@/lib/desk/evidence/schema";
import { db } from "@/lib/platform/db/client";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { getClaim } from "@/lib/public/claims/get-claim";
import { aClaim, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { findClaims, findRows } from "@/tests/factories/reading";

// What the commands on evidence promise, a test for each promise.

const start = new Date("2026-11-20T12:00:00Z");
let now = start;
let editor: Context;
let publisher: Context;
let claim: { id: string; slug: string };

beforeEach(async () => {
  now = start;
  editor = await somebody("editor", () => now);
  publisher = await somebody("publisher", () => now);
  claim = await aClaim(editor);
});

const fields = {
  url: "https://example.org/a",
  title: "Report",
  publisher: "The Daily",
  language: "en",
  stance: "refutes",
  accessedOn: "2026-11-01",
};
const edited = (evidenceId: string, change: object = {}, version = 1): EditedEvidence =>
  editedEvidenceSchema.parse({ ...fields, evidenceId, version, ...change });
const titles = async (claimId = claim.id) => (await listEvidence(editor, claimId)).map(({ title }) => title);
const positions = async (claimId = claim.id) =>
  (await db().evidence.findMany({ where: { claimId }, orderBy: { position: "asc" } })).map(
    ({ position }) => position,
  );
const withTitle = (title: string, claimId = claim.id) => someEvidence(editor, claimId, { title });
const lastEvent = async () => (await listEvents(editor, claim.id)).events[0];

describe("before a verdict is published, readers see no evidence", () => {
  test("on the claim's page, in the table, or by searching for its words", async () => {
    await withTitle("Quagmire ledger");
    const shown = await getClaim(claim.slug);
    expect(shown.evidence).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain("Quagmire");
    const { rows } = await findRows(claimQuerySchema.parse({ sort: "-updated" }));
    expect(rows.find(({ slug }) => slug === claim.slug)?.evidenceCount).toBe(0);
    expect((await findClaims(claimQuerySchema.parse({ q: "Quagmire" }))).rows).toEqual([]);
    const row = await db().publicClaim.findUniqueOrThrow({ where: { claimId: claim.id } });
    expect(JSON.stringify([row.document, row.searchText, row.recordHead, row.recordTail])).not.toContain(
      "Quagmire",
    );
  });

  test("also where the claim is projected anew after the evidence was added", async () => {
    await withTitle("Quagmire ledger");
    const place = { url: "https://elsewhere.example/1", title: null, publisher: null, publishedOn: null };
    await addAppearance(editor, { ...place, claimId: claim.id, language: "en", change: {} });
    const shown = await getClaim(claim.slug);
    expect(shown.appearances).toHaveLength(1);
    expect(shown.evidence).toEqual([]);
    const row = await db().publicClaim.findUniqueOrThrow({ where: { claimId: claim.id } });
    expect([row.evidenceCount, row.searchText.includes("quagmire")]).toEqual([0, false]);
    await published(editor, publisher, aVerdict(claim.id));
    expect((await getClaim(claim.slug)).evidence.map(({ title }) => title)).toEqual(["Quagmire ledger"]);
    expect(
      (await findClaims(claimQuerySchema.parse({ q: "Quagmire" }))).rows.map(({ slug }) => slug),
    ).toEqual([claim.slug]);
  });
});

describe("added evidence", () => {
  test("stands at the end of its claim's list, whatever others have", async () => {
    const other = await aClaim(editor);
    await withTitle("A");
    await withTitle("X", other.id);
    const second = await withTitle("B");
    await withTitle("C");
    await removeEvidence(editor, second);
    await withTitle("D");
    expect(await titles()).toEqual(["A", "C", "D"]);
    expect(await positions()).toEqual([1, 3, 4]);
    expect(await positions(other.id)).toEqual([1]);
  });

  test.each([
    ["publishedOn", "2026-11-21"],
    ["publishedOn", "2026-12"],
    ["accessedOn", "2026-11-21"],
  ] as const)("is of no day that is yet to come: %s %s", async (path, date) => {
    const late = { code: "invalid", details: [{ path, message: "date_future" }] };
    await expect(
      someEvidence(editor, claim.id, { [path]: date } as Partial<NewEvidence>),
    ).rejects.toMatchObject(late);
    const id = await withTitle("A");
    await expect(editEvidence(editor, edited(id, { [path]: date }))).rejects.toMatchObject(late);
    expect(await titles()).toEqual(["A"]);
  });

  test("is of a claim that is there, and in the log with all that was given", async () => {
    await expect(someEvidence(editor, "nothing")).rejects.toMatchObject({ code: "not_found" });
    const id = await withTitle("A");
    expect(await lastEvent()).toMatchObject({
      action: "evidence.create",
      actorName: editor.actor?.name,
      change: { from: null, to: { id, title: "A", stance: "refutes" } },
    });
  });

  test("is one of two hundred at most, counted for each claim", async () => {
    const first = await withTitle("A");
    const { id: _, ...row } = await db().evidence.findUniqueOrThrow({ where: { id: first } });
    const copies = Array.from({ length: 198 }, (_unused, n) => ({
      ...row,
      note: {},
      protection: {},
      id: `${first}-${n}`,
      position: n + 2,
    }));
    await db().evidence.createMany({ data: copies });
    await withTitle("The last one");
    await expect(withTitle("One more")).rejects.toMatchObject({ code: "invalid", reason: "evidence_full" });
    const other = await aClaim(editor);
    await withTitle("Of another claim", other.id);
    expect(await positions(other.id)).toEqual([1]);
  });
});

describe("edited evidence", () => {
  test("is saved at the version that was seen, and has the next one then", async () => {
    const [id, other] = [await withTitle("A"), await withTitle("B")];
    for (const version of [0, 2]) {
      await expect(editEvidence(editor, { ...edited(id), version })).rejects.toMatchObject({
        reason: "edited",
      });
    }
    now = new Date("2026-11-20T13:00:00Z");
    await editEvidence(editor, edited(id, { title: "A2" }));
    const row = await db().evidence.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      title: "A2",
      version: 2,
      updatedAt: now,
      createdAt: start,
      claimId: claim.id,
      position: 1,
    });
    expect(await db().evidence.findUniqueOrThrow({ where: { id: other } })).toMatchObject({
      title: "B",
      version: 1,
    });
    await editEvidence(editor, edited(id, { title: "A3" }, 2));
    expect((await findEvidence(editor, id))?.version).toBe(3);
  });

  test("is in the log with what changed of it, and with nothing else", async () => {
    const id = await someEvidence(editor, claim.id, {
      ...fields,
      publishedOn: null,
      note: {},
    } as Partial<NewEvidence>);
    await editEvidence(editor, edited(id, { title: "Other", note: {}, protection: {} }));
    expect((await lastEvent())?.change).toEqual({
      from: { id, title: "Report" },
      to: { id, title: "Other" },
    });
  });

  test("that is gone is not saved", async () => {
    await expect(editEvidence(editor, edited("nothing"))).rejects.toMatchObject({ code: "not_found" });
  });

  test("of a protected source leads nowhere, in whatever field, also where no kind is sent", async () => {
    const id = await someEvidence(editor, claim.id, {
      kind: "protected_source",
      url: null,
      publisher: null,
      protection: { en: "Afraid." },
    });
    const source = { url: "", publisher: "An official", protection: { en: "Afraid." } };
    await editEvidence(editor, edited(id, source));
    const address = "see https://blog.example/me";
    const leaks: Array<[object, string]> = [
      [{ title: address }, "title"],
      [{ publisher: address }, "publisher"],
      [{ excerpt: address }, "excerpt"],
      [{ note: { en: address } }, "note.en"],
      [{ protection: { en: "Afraid.", ar: "انظر https://blog.example/me" } }, "protection.ar"],
      [{ note: { ar: "اكتب إلى me@blog.example" } }, "note.ar"],
    ];
    for (const [change, path] of leaks) {
      await expect(editEvidence(editor, edited(id, { ...source, ...change }, 2)), path).rejects.toMatchObject(
        {
          code: "invalid",
          details: [{ path, message: "protected_address" }],
        },
      );
    }
    await expect(
      editEvidence(editor, edited(id, { ...source, url: "https://blog.example" }, 2)),
    ).rejects.toMatchObject({
      details: [{ path: "url", message: "other_kind" }],
    });
    await expect(editEvidence(editor, edited(id, { ...source, protection: {} }, 2))).rejects.toMatchObject({
      details: [{ path: "protection", message: "required" }],
    });
  });
});

describe("removed evidence", () => {
  test("is gone alone, and in the log whole", async () => {
    const [first] = [await withTitle("A"), await withTitle("B")];
    await removeEvidence(editor, first ?? "");
    expect(await titles()).toEqual(["B"]);
    expect(await lastEvent()).toMatchObject({
      action: "evidence.remove",
      change: { from: { id: first, title: "A", position: 1, claimId: claim.id }, to: null },
    });
    await expect(removeEvidence(editor, first ?? "")).rejects.toMatchObject({ code: "not_found" });
  });

  test("comes back at its place: what stands there and behind moves on, of its own claim alone", async () => {
    const other = await aClaim(editor);
    for (const title of ["X", "Y", "Z"]) await withTitle(title, other.id);
    const ids = [await withTitle("A"), await withTitle("B"), await withTitle("C")];
    await removeEvidence(editor, ids[1] ?? "");
    // Put in order, the rest stands at the places 1 and 2: its own is taken.
    await orderEvidence(editor, { claimId: claim.id, order: [ids[2] ?? "", ids[0] ?? ""] });
    await orderEvidence(editor, { claimId: claim.id, order: [ids[0] ?? "", ids[2] ?? ""] });
    await restoreEvidence(editor, { claimId: claim.id, evidenceId: ids[1] ?? "" });
    expect(await titles()).toEqual(["A", "B", "C"]);
    expect(await positions()).toEqual([1, 2, 3]);
    expect(await positions(other.id)).toEqual([1, 2, 3]);
  });

  test("can be put back for a day, to the millisecond", async () => {
    const id = await withTitle("A");
    const day = 24 * 60 * 60 * 1000;
    // Later than all that the log has: its times do not go back.
    const removed = Date.parse("2027-06-01T12:00:00Z");
    now = new Date(removed);
    await removeEvidence(editor, id);
    now = new Date(removed + day + 1);
    expect(await listRemovedEvidence(editor, claim.id)).toEqual([]);
    await expect(restoreEvidence(editor, { claimId: claim.id, evidenceId: id })).rejects.toMatchObject({
      reason: "undo_over",
    });
    now = new Date(removed + day);
    expect(await listRemovedEvidence(editor, claim.id)).toHaveLength(1);
    await restoreEvidence(editor, { claimId: claim.id, evidenceId: id });
    expect(await titles()).toEqual(["A"]);
  });
});

describe("the order of evidence", () => {
  test("is of all pieces of the claim, each once, and of no other claim's", async () => {
    const other = await aClaim(editor);
    const [a, b, x] = [await withTitle("A"), await withTitle("B"), await withTitle("X", other.id)];
    for (const order of [[a], [a, b, x], [a, a], [a, x], []]) {
      await expect(orderEvidence(editor, { claimId: claim.id, order }), order.join()).rejects.toMatchObject({
        reason: "edited",
      });
    }
    expect(await titles()).toEqual(["A", "B"]);
    await orderEvidence(editor, { claimId: claim.id, order: [b, a] });
    expect(await titles()).toEqual(["B", "A"]);
    expect(await positions()).toEqual([1, 2]);
    expect((await lastEvent())?.change).toEqual({ from: [a, b], to: [b, a] });
    const empty = await aClaim(editor);
    await expect(orderEvidence(editor, { claimId: empty.id, order: [] })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("that is as it was is not in the log", async () => {
    const [a, b] = [await withTitle("A"), await withTitle("B")];
    const before = await db().event.count();
    await orderEvidence(editor, { claimId: claim.id, order: [a, b] });
    await moveEvidence(editor, { evidenceId: a, step: "up", seen: [a, b] });
    expect(await db().event.count()).toBe(before);
  });

  test("changes by one step at a time, and the log has both orders", async () => {
    const [a, b, c] = [await withTitle("A"), await withTitle("B"), await withTitle("C")];
    await moveEvidence(editor, { evidenceId: c, step: "up", seen: [a, b, c] });
    expect(await titles()).toEqual(["A", "C", "B"]);
    expect((await lastEvent())?.change).toEqual({ from: [a, b, c], to: [a, c, b] });
    await moveEvidence(editor, { evidenceId: a, step: "down", seen: [a, c, b] });
    expect(await titles()).toEqual(["C", "A", "B"]);
    expect(await positions()).toEqual([1, 2, 3]);
  });
});

test("at the same moment two add evidence to one claim: both are there, each at a place of its own", async () => {
  await Promise.all(["A", "B", "C", "D"].map((title) => withTitle(title)));
  expect((await titles()).sort()).toEqual(["A", "B", "C", "D"]);
  expect(await positions()).toEqual([1, 2, 3, 4]);
});

test("evidence needs a kind's fields from programs, too", async () => {
  const bare = newEvidenceSchema.safeParse({ ...fields, url: "", claimId: claim.id });
  expect(bare.error?.issues.map(({ path }) => path)).toEqual([["url"]]);
  await addEvidence(editor, newEvidenceSchema.parse({ ...fields, claimId: claim.id }));
  expect(await titles()).toEqual(["Report"]);
});
