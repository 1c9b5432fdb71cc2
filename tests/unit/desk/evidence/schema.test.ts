import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { editedEvidenceSchema, newEvidenceSchema, omitOtherKindFields } from "@/lib/desk/evidence/schema";
import { evidenceKinds } from "@/lib/record/vocabulary";

const common = {
  claimId: "c",
  title: "The budget of 2024",
  language: "ar",
  stance: "refutes",
  accessedOn: "2025-05-01",
};
const whole = {
  web: { ...common, kind: "web", url: "https://example.org/a", publisher: "The Daily" },
  document: { ...common, kind: "document" },
  interview: { ...common, kind: "interview" },
  data: { ...common, kind: "data" },
  protected_source: { ...common, kind: "protected_source", protection: { ar: "يخشى على عمله." } },
};

function faults(input: object, schema: z.ZodType = newEvidenceSchema): string[] {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path.join(".")))].sort();
}
const without = (input: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));

describe.each(evidenceKinds)("evidence of the kind %s", (kind) => {
  test("is whole with what it needs", () => {
    expect(faults(whole[kind])).toEqual([]);
  });

  test.each(["title", "language", "stance", "accessedOn"])("needs its %s, and names it", (name) => {
    expect(faults(without(whole[kind], name))).toEqual([name]);
    expect(faults({ ...whole[kind], [name]: "" })).toEqual([name]);
  });
});

describe("what a kind needs of its own", () => {
  test.each([
    ["web", "url"],
    ["web", "publisher"],
    ["protected_source", "protection"],
  ] as const)("%s: %s", (kind, name) => {
    expect(faults(without(whole[kind], name))).toEqual([name]);
  });

  test.each([
    ["protected_source", "url", "https://example.org/a"],
    ["protected_source", "archiveUrl", "https://example.org/a"],
    ["protected_source", "linkAnswers", "yes"],
    ["web", "protection", { en: "Afraid." }],
    ["document", "protection", { en: "Afraid." }],
    ["interview", "protection", { ar: "يخشى" }],
    ["data", "linkAnswers", "no"],
  ] as const)("%s has no %s", (kind, name, value) => {
    expect(faults({ ...whole[kind], [name]: value })).toEqual([name]);
  });

  test("documents, interviews and data may have an address and who gave it", () => {
    for (const kind of ["document", "interview", "data"] as const) {
      const given = { url: "https://example.org/a", publisher: "The archive", linkAnswers: "yes" };
      expect(faults({ ...whole[kind], ...given })).toEqual([]);
    }
  });

  test("a reason of blanks is no reason", () => {
    expect(faults({ ...whole.protected_source, protection: { en: "  ", ar: "" } })).toEqual(["protection"]);
  });

  test("is told beside everything else that is wrong", () => {
    expect(faults({ kind: "web", claimId: "c", note: {} })).toEqual(
      ["accessedOn", "language", "publisher", "stance", "title", "url"].sort(),
    );
  });

  test("without a kind it is a web page; edited evidence stays what it is", () => {
    expect(newEvidenceSchema.parse(without(whole.web, "kind")).kind).toBe("web");
    const edited = { ...without(whole.document, "kind", "claimId"), evidenceId: "e", version: 1 };
    expect(editedEvidenceSchema.parse(edited).kind).toBeUndefined();
    expect(faults({ ...edited, kind: "web" }, editedEvidenceSchema)).toEqual(["publisher", "url"]);
  });
});

describe("a form", () => {
  const schema = z.preprocess(omitOtherKindFields, newEvidenceSchema);
  const send = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return parseWithZod(form, { schema });
  };

  test("that nobody touched names stance and language", () => {
    const sent = send({
      ...common,
      kind: "web",
      url: "https://example.org/a",
      publisher: "P",
      stance: "",
      language: "",
    });
    expect(sent.status === "error" && Object.keys(sent.error ?? {}).sort()).toEqual(["language", "stance"]);
  });

  test("sends what another kind has, which is left out and still there when it comes back", () => {
    const sent = send({
      ...common,
      kind: "protected_source",
      url: "https://example.org/a",
      linkAnswers: "yes",
      "protection.ar": "يخشى على عمله.",
      "note.en": "",
    });
    expect(sent.status === "success" && sent.value).toMatchObject({
      url: null,
      linkAnswers: null,
      protection: { ar: "يخشى على عمله." },
      note: {},
    });
    expect(sent.payload).toMatchObject({ url: "https://example.org/a" });
  });
});
