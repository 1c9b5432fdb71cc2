import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeFields } from "@/lib/text/merge";

describe("two versions of a form", () => {
  const base = { title: "Cost", text: "Six million.", topics: ["cost", "chips"] };

  test("are put together without asking where each changed another field", () => {
    const mine = { ...base, title: "The cost" };
    const theirs = { ...base, text: "Five million." };
    expect(mergeFields(base, mine, theirs)).toEqual({
      merged: { title: "The cost", text: "Five million.", topics: ["cost", "chips"] },
      fromTheirs: ["text"],
      conflicts: [],
    });
  });

  test("are in conflict where both changed the same field in another way, and mine stays in the form", () => {
    const merge = mergeFields(base, { ...base, title: "Mine" }, { ...base, title: "Theirs" });
    expect(merge).toMatchObject({ merged: { title: "Mine" }, fromTheirs: [], conflicts: ["title"] });
  });

  test("are not in conflict where both say the same, however lines end", () => {
    const merge = mergeFields(base, { ...base, text: "A\r\nB\r\n" }, { ...base, text: "A\nB" });
    expect(merge).toMatchObject({ fromTheirs: [], conflicts: [] });
  });

  test("put lists together item by item", () => {
    const mine = { ...base, topics: ["cost", "memory"] };
    const theirs = { ...base, topics: ["chips", "cost", "paris"] };
    const { merged, conflicts } = mergeFields(base, mine, theirs);
    expect(merged.topics).toEqual(["cost", "paris", "memory"]);
    expect(conflicts).toEqual([]);
  });

  test("keep a field that one emptied and the other did not touch empty", () => {
    expect(mergeFields(base, { ...base, text: "" }, base).merged.text).toBe("");
    expect(mergeFields(base, base, { ...base, text: "" }).merged.text).toBe("");
  });

  test("ask for every field that differs where nobody knows what they began with", () => {
    const theirs = { title: "Cost", text: "Five million.", topics: ["cost"] };
    expect(mergeFields(null, base, theirs).conflicts).toEqual(["text", "topics"]);
  });
});

test("a merge loses nothing that one side alone changed", () => {
  const value = fc.constantFrom("", "a", "b", "c");
  const form = fc.record({ one: value, two: value, three: value });
  fc.assert(
    fc.property(form, form, form, (base, mine, theirs) => {
      const { merged, conflicts } = mergeFields(base, mine, theirs);
      for (const name of ["one", "two", "three"] as const) {
        if (mine[name] === base[name]) expect(merged[name]).toBe(theirs[name]);
        else expect(merged[name]).toBe(mine[name]);
        const bothChanged = mine[name] !== base[name] && theirs[name] !== base[name];
        expect(conflicts.includes(name)).toBe(bothChanged && mine[name] !== theirs[name]);
      }
    }),
  );
});
