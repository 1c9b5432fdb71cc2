import { parseWithZod } from "@conform-to/zod/v4";
import { beforeAll, describe, expect, test } from "vitest";
import {
  candidatesFromError,
  newClaimFormSchema,
  renameFormSchema,
  resolveClaimForm,
} from "@/lib/desk/claims/named-entities/form";
import { AppError } from "@/lib/errors";
import { aClaim, somebody } from "@/tests/factories/desk";

const given = { articleId: "a", language: "en", "text.en": "It is so.", quote: "so" };

beforeAll(async () => {
  const editor = await somebody("editor");
  await aClaim(editor, { newTopic: { en: "Cost", ar: "الكلفة" } });
  await aClaim(editor, { claimant: { en: "Jane Doe", ar: "جين دو" } });
});

function parse(fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...given, ...fields })) {
    for (const item of [value].flat()) form.append(name, item);
  }
  return parseWithZod(form, { schema: newClaimFormSchema });
}

/** What the command is given, the faults of the form, or the keys that it asks about. */
async function outcome(fields: Record<string, string | string[]>) {
  const submission = parse(fields);
  if (submission.status !== "success") return { faults: submission.error };
  try {
    const { claimant, topics, newTopic } = await resolveClaimForm(submission.value);
    return { claimant, topics, newTopic };
  } catch (error) {
    const asked = error instanceof AppError ? candidatesFromError(error) : null;
    if (!asked) throw error;
    const keys = Object.entries(asked).map(([field, found]) => [field, found.map(({ key }) => key)]);
    return { asked: Object.fromEntries(keys) };
  }
}

const asked = { "claimant.asked.en": "jane doe", "claimant.distinctFrom": "jane-doe" };

describe("who said it", () => {
  test.each([
    ["nothing is chosen", {}, { faults: { claimant: ["claimant_choice"] } }],
    ["nobody is chosen", { "claimant.choice": "nobody" }, { claimant: null }],
    ["a known one is chosen", { "claimant.choice": "key:jane-doe" }, { claimant: { key: "jane-doe" } }],
    ["a name is missing", { "claimant.choice": "named" }, { faults: { "claimant.names": ["required"] } }],
    [
      "a name shows nothing",
      { "claimant.choice": "named", "claimant.names.en": "\u200b" },
      { faults: { "claimant.names": ["required"] } },
    ],
    [
      "a name has no letter or digit",
      { "claimant.choice": "named", "claimant.names.en": "!?" },
      { faults: { "claimant.names.en": ["name"] } },
    ],
    [
      "a name is like no other",
      { "claimant.choice": "named", "claimant.names.ar": "غسان" },
      { claimant: { names: { ar: "غسان" }, create: true, distinctFrom: [] } },
    ],
    [
      "a name is typed and nothing chosen",
      { "claimant.names.en": "jane doe" },
      { asked: { claimant: ["jane-doe"] } },
    ],
    [
      "a name is like another",
      { "claimant.choice": "named", "claimant.names.en": "Jane Do" },
      { asked: { claimant: ["jane-doe"] } },
    ],
    [
      "a name stands beside another choice",
      { "claimant.choice": "nobody", "claimant.names.en": "Quite another" },
      { asked: { claimant: [] } },
    ],
    [
      "the question is answered by a new one",
      { ...asked, "claimant.choice": "named", "claimant.names.en": "jane doe" },
      { claimant: { names: { en: "jane doe" }, create: true, distinctFrom: ["jane-doe"] } },
    ],
    [
      "the question is answered by a known one",
      { ...asked, "claimant.choice": "key:jane-doe", "claimant.names.en": "jane doe" },
      { claimant: { key: "jane-doe" } },
    ],
    [
      "the question is answered by nobody",
      { ...asked, "claimant.choice": "nobody", "claimant.names.en": "jane doe" },
      { claimant: null },
    ],
    [
      "the name is another than was asked about",
      { ...asked, "claimant.choice": "named", "claimant.names.en": "Jane Doe, MP" },
      { asked: { claimant: ["jane-doe"] } },
    ],
    [
      "the question is not answered",
      { ...asked, "claimant.names.en": "jane doe" },
      { asked: { claimant: ["jane-doe"] } },
    ],
  ])("where %s", async (_what, fields, expected) => {
    expect(await outcome(fields as Record<string, string>)).toMatchObject(expected);
  });
});

describe("a new topic", () => {
  const nobody = { "claimant.choice": "nobody" };
  const question = {
    "newTopic.asked.en": "costs",
    "newTopic.distinctFrom": "cost",
    "newTopic.names.en": "costs",
  };

  test("is asked about together with the claimant", async () => {
    const fields = { "claimant.names.en": "jane doe", "newTopic.names.ar": "الكُلفة" };
    expect(await outcome(fields)).toEqual({ asked: { claimant: ["jane-doe"], newTopic: ["cost"] } });
  });

  test.each([
    ["none", { topics: ["cost"] }, { topics: ["cost"], newTopic: undefined }],
    ["one like no other", { "newTopic.names.en": "Zoology" }, { newTopic: { names: { en: "Zoology" } } }],
    ["a known one after all", { ...question, "newTopic.choice": "key:cost" }, { topics: ["cost"] }],
    [
      "another one",
      { ...question, "newTopic.choice": "named" },
      { topics: [], newTopic: { names: { en: "costs" }, distinctFrom: ["cost"] } },
    ],
  ])("is %s", async (_what, fields, expected) => {
    expect(await outcome({ ...nobody, ...fields } as Record<string, string>)).toMatchObject(expected);
  });
});

test("new names are told from those that the page asked about, and from no others", () => {
  const rename = { key: "k", version: "1", distinctFrom: ["x"], names: { en: "X" } };
  expect(renameFormSchema.parse({ ...rename, asked: { en: "X" } }).distinctFrom).toEqual(["x"]);
  expect(renameFormSchema.parse({ ...rename, asked: { en: "Y" } }).distinctFrom).toEqual([]);
});
