import { describe, expect, test } from "vitest";
import type { ZodType } from "zod";
import { editedArticleSchema, newArticleSchema } from "@/lib/desk/articles/schema";
import {
  appearanceInputSchema,
  editedClaimSchema,
  newClaimSchema,
  renameSchema,
  splitSchema,
} from "@/lib/desk/claims/schema";
import { editedEvidenceSchema, newEvidenceSchema } from "@/lib/desk/evidence/schema";
import { proposalInputSchema } from "@/lib/desk/verdicts/schema";
import { errorResponse } from "@/lib/server/http/responses";

/** The paths that a program is told of where its input does not fit the schema. */
async function pathsOf(schema: ZodType, input: object): Promise<string[]> {
  const { error } = schema.safeParse(input);
  if (!error) return [];
  const { error: said } = await errorResponse(error).json();
  return said.details.map(({ path }: { path: string }) => path);
}

/** An object with a value at a path. */
const at = (path: string, value: object): object =>
  path.split(".").reduceRight<object>((inner, name) => ({ [name]: inner }), value);

/** The rest of a claim: translations are looked at where all else is right. */
const claim = {
  articleId: "a",
  claimId: "c",
  version: 1,
  language: "en",
  text: { en: "It is so." },
  quote: "so",
};

const fields: Array<[string, ZodType, string[]]> = [
  ["create-article", newArticleSchema, ["disclosure"]],
  ["edit-article", editedArticleSchema, ["disclosure"]],
  ["create-claim", newClaimSchema, ["text", "claimant.names", "newTopic.names"]],
  ["edit-claim", editedClaimSchema, ["text", "claimant.names", "newTopic.names"]],
  ["rename-claimant", renameSchema, ["names"]],
  ["split-claimant", splitSchema, ["to.names"]],
  ["add-appearance", appearanceInputSchema, ["change"]],
  ["add-evidence", newEvidenceSchema, ["note", "protection"]],
  ["edit-evidence", editedEvidenceSchema, ["note", "protection"]],
  ["propose-verdict", proposalInputSchema, ["summary", "reasons", "note"]],
];

describe.each(fields)("an unknown language in %s", (_command, schema, paths) => {
  test.each(paths)("is refused by its path: %s", async (path) => {
    for (const language of ["xx-bad", "EN", "english", "__proto__x"]) {
      const given = { ...claim, ...at(path, { en: "Words", ar: "كلمات", [language]: "Y" }) };
      expect(await pathsOf(schema, given)).toContain(`${path}.${language}`);
    }
  });
});

describe("a claimant that is neither a key nor names", () => {
  test.each([
    [{ key: "x", names: { en: "X" } }, ["claimant"]],
    [{}, ["claimant"]],
    ["x", ["claimant"]],
    [{ names: { en: "X" }, creat: true }, ["claimant.creat"]],
    [{ names: {} }, ["claimant.names"]],
    [{ names: { en: "\u2800" } }, ["claimant.names"]],
    [{ names: { en: "!?" } }, ["claimant.names.en"]],
    [{ names: { en: 5 } }, ["claimant.names.en"]],
    [{ names: { en: "X" }, create: "yes" }, ["claimant.create"]],
    [{ key: 5 }, ["claimant.key"]],
  ])("%j is told where it is wrong", async (claimant, paths) => {
    expect(await pathsOf(newClaimSchema, { ...claim, claimant })).toEqual(paths);
  });
});
