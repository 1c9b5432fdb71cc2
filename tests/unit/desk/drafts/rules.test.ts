import { describe, expect, test } from "vitest";
import { type LocalDraft, newerDraft } from "@/lib/desk/drafts/rules";

const content = { values: { text: ["Mine"] } };
const kept = { content, updatedAt: "2026-11-23T12:00:00.000Z" };
const local = (fields: Partial<LocalDraft>): LocalDraft => ({
  content,
  typedAt: "2026-11-23T12:00:00.000Z",
  since: null,
  kept: false,
  ...fields,
});

describe("of a draft in the browser and one on the server", () => {
  test("there may be neither", () => {
    expect(newerDraft(null, null)).toBeNull();
    expect(newerDraft(null, undefined)).toBeNull();
  });

  test("the only one counts", () => {
    expect(newerDraft(null, kept)).toBe("kept");
    expect(newerDraft(local({}), null)).toBe("local");
  });

  test("the browser's counts while the server cannot be asked", () => {
    expect(newerDraft(local({ kept: true }), undefined)).toBe("local");
  });

  test("neither counts when the server had the browser's and has it no more: it was saved elsewhere", () => {
    expect(newerDraft(local({ kept: true, since: kept.updatedAt }), null)).toBeNull();
  });

  test("the server's counts when the browser sent its own and somebody went on elsewhere", () => {
    expect(newerDraft(local({ kept: true, since: "2026-11-23T11:00:00.000Z" }), kept)).toBe("kept");
  });

  test("the browser's counts when it went on from the server's, whatever its clock says", () => {
    expect(newerDraft(local({ since: kept.updatedAt, typedAt: "2020-01-01T00:00:00.000Z" }), kept)).toBe(
      "local",
    );
  });

  test("the later one counts when both went on", () => {
    const since = "2026-11-23T11:00:00.000Z";
    expect(newerDraft(local({ since, typedAt: "2026-11-23T12:30:00.000Z" }), kept)).toBe("local");
    expect(newerDraft(local({ since, typedAt: "2026-11-23T11:30:00.000Z" }), kept)).toBe("kept");
  });
});
