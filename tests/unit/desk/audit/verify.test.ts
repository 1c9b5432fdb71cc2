import { describe, expect, test } from "vitest";
import type { EventRecord } from "@/lib/desk/audit/schema";
import { eventHash, verifyEvents } from "@/lib/desk/audit/verify";

/** A log of `length` events as its export has it. */
function aLog(length: number): EventRecord[] {
  const log: EventRecord[] = [];
  for (let n = 1; n <= length; n++) {
    const line = {
      at: new Date(Date.UTC(2025, 4, n)).toISOString(),
      actor: n === 1 ? { id: null, name: "Veritable" } : { id: "p", name: "ليلى" },
      action: "claim.edit",
      entity: "claim",
      entityId: "c",
      from: { text: { ar: "قديم", en: "Old" }, n },
      to: { text: { en: "New", ar: "جديد" }, n: 1e21 },
      previousHash: log.at(-1)?.hash ?? null,
    };
    // Sequences have gaps where a transaction was taken back.
    log.push({ ...line, sequence: n * 3, hash: eventHash(line) });
  }
  return log;
}

const lines = (log: EventRecord[]) => log.map((record) => JSON.stringify(record));
const without = (log: EventRecord[], index: number) => log.filter((_, at) => at !== index);

function changed(index: number, fields: Partial<EventRecord>): EventRecord[] {
  const log = aLog(4);
  return log.map((record, at) => (at === index ? { ...record, ...fields } : record));
}

describe("an exported log", () => {
  test("with half of a surrogate pair in a text is named for it", async () => {
    const [line = ""] = lines(aLog(1));
    const half = line.replace("claim.edit", "claim.\\ud83d");
    expect(await verifyEvents([half])).toMatchObject({ sound: false, line: 1, fault: "surrogate" });
  });

  test("that nobody touched is sound, and its last hash is named", async () => {
    const log = aLog(4);
    expect(await verifyEvents(lines(log))).toEqual({ sound: true, count: 4, last: log[3]?.hash });
    expect(await verifyEvents([...lines(log), ""])).toMatchObject({ sound: true, count: 4 });
    expect(await verifyEvents([])).toEqual({ sound: true, count: 0, last: null });
  });

  test("is read however its keys are ordered", async () => {
    const turned = aLog(2).map((record) =>
      JSON.stringify(Object.fromEntries(Object.entries(record).reverse())),
    );
    expect(await verifyEvents(turned)).toMatchObject({ sound: true });
  });

  test.each([
    ["another actor", { actor: { id: "q", name: "ليلى" } }],
    ["another name", { actor: { id: "p", name: "x" } }],
    ["another time", { at: "2025-05-02T00:00:00.001Z" }],
    ["another action", { action: "claim.create" }],
    ["another thing", { entityId: "d" }],
    ["another past", { from: null }],
    ["another outcome", { to: { text: { en: "New!", ar: "جديد" }, n: 1e21 } }],
    ["another hash", { hash: "0".repeat(64) }],
  ])("with %s is found out at that line", async (_what, fields) => {
    const found = { sound: false, line: 3, sequence: 9, fault: "hash" };
    expect(await verifyEvents(lines(changed(2, fields)))).toEqual(found);
    expect(await verifyEvents(lines(changed(2, fields)), { filtered: true })).toEqual(found);
  });

  test("with a line that was written anew, hash and all, is found out at the line behind it", async () => {
    const [, , third] = aLog(4);
    const forged = { ...(third as EventRecord), to: null };
    const log = changed(2, { ...forged, hash: eventHash(forged) });
    expect(await verifyEvents(lines(log))).toMatchObject({ line: 4, sequence: 12, fault: "chain" });
  });

  test.each([
    ["the first", 0, 1],
    ["one in between", 1, 2],
  ])("without %s of its lines has a broken chain", async (_which, index, line) => {
    expect(await verifyEvents(lines(without(aLog(4), index)))).toMatchObject({ line, fault: "chain" });
  });

  test("that a filter left lines out of is checked line by line", async () => {
    expect(await verifyEvents(lines(without(aLog(4), 1)), { filtered: true })).toMatchObject({ count: 3 });
  });

  test("with lines out of order is found out even when it was filtered", async () => {
    expect(await verifyEvents(lines(aLog(3).toReversed()), { filtered: true })).toMatchObject({
      line: 2,
      fault: "order",
    });
  });

  test.each(["{", "null", '{"sequence":1}'])("with the line %s cannot be read", async (text) => {
    expect(await verifyEvents([...lines(aLog(1)), text])).toEqual({
      sound: false,
      line: 2,
      sequence: null,
      fault: "unreadable",
    });
  });
});
