import { describe, expect, test } from "vitest";
import { findNewerDraft, type LocalDraft } from "@/lib/desk/drafts/rules";

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
    expect(findNewerDraft(null, null)).toBeNull();
    expect(findNewerDraft(null, undefined)).toBeNull();
  });

  test("the only one counts", () => {
    expect(findNewerDraft(null, kept)).toBe("saved");
    expect(findNewerDraft(local({}), null)).toBe("local");
  });

  test("the browser's counts while the server cannot be asked", () => {
    expect(findNewerDraft(local({ kept: true }), undefined)).toBe("local");
  });

  test("neither counts when the server had the browser's and has it no more: it was saved elsewhere", () => {
    expect(findNewerDraft(local({ kept: true, since: kept.updatedAt }), null)).toBeNull();
  });

  test("the server's counts when the browser sent its own and somebody went on elsewhere", () => {
    expect(findNewerDraft(local({ kept: true, since: "2026-11-23T11:00:00.000Z" }), kept)).toBe("saved");
  });

  test("the browser's counts when it went on from the server's, whatever its clock says", () => {
    expect(findNewerDraft(local({ since: kept.updatedAt, typedAt: "2020-01-01T00:00:00.000Z" }), kept)).toBe(
      "local",
    );
  });

  test("the later one counts when both went on", () => {
    const since = "2026-11-23T11:00:00.000Z";
    expect(findNewerDraft(local({ since, typedAt: "2026-11-23T12:30:00.000Z" }), kept)).toBe("local");
    expect(findNewerDraft(local({ since, typedAt: "2026-11-23T11:30:00.000Z" }), kept)).toBe("saved");
  });
});
