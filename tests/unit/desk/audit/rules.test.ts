import { describe, expect, test } from "vitest";
import { displayAction, isOneSided, isUnchanged, listFieldChanges } from "@/lib/desk/audit/rules";

const flat = (change: unknown) =>
  listFieldChanges(change).map(({ path, from, to }) => [path.join("."), from, to]);

describe("the fields of a change", () => {
  test("are those of both sides, texts by language apart", () => {
    expect(
      flat({
        from: { text: { en: "Old", ar: "قديم" }, claimedOn: null, stage: "inbox" },
        to: { text: { en: "New", ar: "قديم" }, claimedOn: "2025-04", stage: "assigned" },
      }),
    ).toEqual([
      ["text.en", "Old", "New"],
      ["text.ar", "قديم", "قديم"],
      ["claimedOn", null, "2025-04"],
      ["stage", "inbox", "assigned"],
    ]);
  });

  test("are all of a thing that was made or removed, but for what it does not have", () => {
    expect(flat({ from: null, to: { title: "T", author: null, note: {}, topics: [] } })).toEqual([
      ["title", null, "T"],
    ]);
    expect(flat({ from: { title: "T" }, to: null })).toEqual([["title", "T", null]]);
  });

  test("are one for a bare list, as the order of evidence is", () => {
    expect(flat({ from: ["a", "b"], to: ["b", "a"] })).toEqual([["", ["a", "b"], ["b", "a"]]]);
  });

  test("say both where a plain value became an object", () => {
    expect(flat({ from: { quote: "words" }, to: { quote: { exact: "words" } } })).toEqual([
      ["quote", "words", null],
      ["quote.exact", null, "words"],
    ]);
  });

  test.each([null, undefined, {}, { from: null, to: null }, { to: {} }])("are none in %j", (change) => {
    expect(listFieldChanges(change)).toEqual([]);
  });

  test("that are the same on both sides only say what it is about", () => {
    const [id, title] = listFieldChanges({ from: { id: "e", title: "A" }, to: { id: "e", title: "B" } });
    expect([id && isUnchanged(id), title && isUnchanged(title)]).toEqual([true, false]);
  });

  test("are of one side where something was made or removed", () => {
    expect(
      [
        { from: null, to: {} },
        { from: {}, to: null },
        { from: {}, to: {} },
      ].map(isOneSided),
    ).toEqual([true, true, false]);
  });
});

test.each([
  ["claim.archive", { to: { stage: "archived", releasedAt: null } }, "claim.archive"],
  ["claim.archive", { from: { stage: "archived" }, to: { stage: "inbox" } }, "claim.restore"],
  ["claim.release", { to: { releasedAt: "2026-11-26T12:00:00.000Z" } }, "claim.release"],
  ["claim.release", { to: { releasedAt: null } }, "claim.hide"],
  ["claim.restore", { to: { stage: "assigned" } }, "claim.restore"],
  ["claim.edit", null, "claim.edit"],
])("an event %s of %j is told as %s", (action, change, told) => {
  expect(displayAction(action, change)).toBe(told);
});
