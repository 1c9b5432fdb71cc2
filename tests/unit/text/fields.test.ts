import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { newCommentSchema } from "@/lib/desk/comments/schema";
import { acceptedInvitationSchema, newKeySchema } from "@/lib/desk/people/schema";
import { localizedBlock, localizedLine, localizedRequiredBlock } from "@/lib/i18n/localized-fields";
import {
  idField,
  optionalBlock,
  optionalLine,
  requiredBlock,
  requiredLine,
  slugField,
} from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";
import { limitedFieldsOf } from "@/tests/factories/text-fields";

const issuesOf = (schema: z.ZodType, input: unknown) =>
  (schema.safeParse(input).error?.issues ?? []).map(({ path, message, ...issue }) => ({
    path: path.join("."),
    message,
    ...("params" in issue && { ...(issue.params as object) }),
  }));

describe("a text that is too long", () => {
  test("is counted in code points of its normal form, and the issue says how long it may be and is", () => {
    expect(requiredLine(3).parse(" 😀😀\r\n😀 ".replace("\r\n", ""))).toBe("😀😀😀");
    expect(issuesOf(requiredLine(3), "😀😀😀😀")).toEqual([
      { path: "", message: "too_long", limit: 3, length: 4 },
    ]);
  });

  test.each(["en", "ar"])("names its language: %s", (language) => {
    expect(issuesOf(localizedBlock(2), { [language]: "abc" })).toEqual([
      { path: language, message: "too_long", limit: 2, length: 3 },
    ]);
  });
});

describe("a text that shows nothing", () => {
  test.each(["", " \r\n ", "\u200B\u200B", "\u2800", "\u3164", "\u00AD", "\u200F\u202E"])("%j", (text) => {
    expect(issuesOf(requiredLine(9), text)).toEqual([{ path: "", message: "required" }]);
    expect(issuesOf(requiredBlock(9), text)).toEqual([{ path: "", message: "required" }]);
    expect(optionalLine(9).parse(text)).toBeNull();
    expect(optionalBlock(9).parse(text)).toBeNull();
    expect(localizedLine(9).parse({ en: text, ar: "نص" })).toEqual({ ar: "نص" });
    expect(issuesOf(localizedRequiredBlock(9), { en: text, ar: text })).toEqual([
      { path: "", message: "required" },
    ]);
  });
});

test.each([" ", "\u200B", "\u2800"])("an optional text of a form that shows nothing is none: %j", (text) => {
  const form = new FormData();
  for (const name of ["line", "block"]) form.set(name, text);
  const schema = z.object({ line: optionalLine(9), block: optionalBlock(9), must: requiredLine(9) });
  expect(parseWithZod(form, { schema }).reply().error).toEqual({ must: [expect.any(String)] });
  form.set("must", text);
  expect(Object.keys(parseWithZod(form, { schema }).reply().error ?? {})).toEqual(["must"]);
  form.set("must", "x");
  expect(parseWithZod(form, { schema })).toMatchObject({ value: { line: null, block: null, must: "x" } });
});

test("line ends become LF in each language, and a line has none", () => {
  const [en, ar] = ["One.\r\n\r\nTwo.\u0000", "واحد.\r\n\r\nاثنان."];
  expect(localizedBlock(99).parse({ en, ar })).toEqual({ en: "One.\n\nTwo.", ar: "واحد.\n\nاثنان." });
  expect(localizedLine(99).parse({ en, ar })).toEqual({ en: "One. Two.", ar: "واحد. اثنان." });
});

test.each(["a\u0000", "\uD800", "a\u0007b", "x".repeat(201)])("an id is none: %j", (id) => {
  expect(issuesOf(idField, id)[0]?.message).toBe("id");
});

test("no text is stored without a limit, and JSON Schema says it", () => {
  const schemas = {
    ...Object.fromEntries(Object.entries(commands).map(([name, { schema }]) => [name, schema])),
  };
  const fields = Object.entries({
    ...schemas,
    comment: newCommentSchema,
    key: newKeySchema,
    accept: acceptedInvitationSchema,
  });
  const limited = fields.flatMap(([name, schema]) =>
    limitedFieldsOf(schema).map((field) => `${name} ${field.join(".")}`),
  );
  expect(limited).toEqual(
    expect.arrayContaining([
      "create-claim text.en",
      "create-claim text.ar",
      "create-claim newTopic.names.ar",
      "propose-verdict summary.en",
      "propose-verdict reasons.ar",
      "return-proposal note",
      "add-evidence excerpt",
      "comment text",
      "key name",
      "accept name",
    ]),
  );
  expect(z.toJSONSchema(newCommentSchema, { io: "input" })).toMatchObject({
    properties: { text: { maxLength: limits.comment } },
  });
});

test.each(["a\uFE0Fb", "a\u3164b", "a\u034Fb", "a-\u0651", "a\u180Bb", "a\u{E0100}"])(
  "an address shows all of it: %j",
  (slug) => {
    expect(issuesOf(slugField, slug)[0]?.message).toBe("slug");
  },
);

test.each(["a-b", "خبر-١", "مسؤول", "हिन्दी-क", "cafe\u0301"])("an address is of words: %s", (slug) => {
  expect(slugField.parse(slug)).toBe(slug.normalize("NFC"));
});
