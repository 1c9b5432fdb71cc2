import { beforeAll, describe, expect, test } from "vitest";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import type { Context } from "@/lib/desk/auth/permissions";
import { createClaim } from "@/lib/desk/claims/commands";
import {
  editedClaimFormSchema,
  newClaimFormSchema,
  resolveClaimForm,
} from "@/lib/desk/claims/named-entities/form";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { db } from "@/lib/platform/db/client";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { getClaim } from "@/lib/public/claims/get-claim";
import { errorResponse } from "@/lib/server/http/responses";
import { aClaim, anArticle, aVerdict, published, somebody } from "@/tests/factories/desk";
import { findClaims } from "@/tests/factories/reading";

const noon = new Date("2026-11-26T12:00:00Z");
let editor: Context;
let publisher: Context;
let articleId: string;
let claimId: string;

const run = async (name: string, input: object) => commands[name]?.(editor, input);
const refusal = async (name: string, input: object) => {
  const answer = errorResponse(
    await run(name, input).then(
      () => null,
      (error: unknown) => error,
    ),
  );
  return { status: answer.status, ...(await answer.json()).error };
};

const article = {
  kind: "news",
  title: "T",
  language: "ar",
  publisher: "P",
  disclosure: {},
  text: "نص المقال هنا.",
};
const claimOf = (fields: object) => ({
  articleId,
  language: "en",
  text: { en: "It cost six million." },
  quote: "$6M على 2,000 وحدة H800",
  ...fields,
});
const evidence = (fields: object) => ({
  claimId,
  kind: "document",
  title: "سجل",
  language: "ar",
  stance: "refutes",
  accessedOn: "2025-05-01",
  ...fields,
});
const appearance = (fields: object) => ({
  claimId,
  url: "https://example.org/a",
  language: "en",
  change: {},
  ...fields,
});
const plan = (fields: object) => ({ claimId, priority: "normal", ...fields });

beforeAll(async () => {
  editor = await somebody("editor", () => noon);
  publisher = await somebody("publisher", () => noon);
  articleId = (await anArticle(editor)).id;
  claimId = (await aClaim(editor, { articleId })).id;
});

describe("a date, wherever the desk takes one", () => {
  const fields: Array<[string, string, (fields: object) => object]> = [
    ["create-article", "publishedOn", (given) => ({ ...article, ...given })],
    ["create-claim", "claimedOn", claimOf],
    ["add-evidence", "publishedOn", evidence],
    ["add-evidence", "accessedOn", evidence],
    ["add-appearance", "publishedOn", appearance],
  ];

  test("is stored as the partial date that it means", async () => {
    const made = (await run("create-article", { ...article, publishedOn: "١٢ أبريل ٢٠٢٥" })) as {
      id: string;
    };
    expect(await db().article.findUnique({ where: { id: made.id } })).toMatchObject({
      publishedOn: "2025-04-12",
    });
    const claim = (await run("create-claim", claimOf({ claimedOn: "\u200F٢٠٢٥-٠٤" }))) as { id: string };
    expect(await db().claim.findUnique({ where: { id: claim.id } })).toMatchObject({ claimedOn: "2025-04" });
    const dates = { publishedOn: "12 نيسان 2025", accessedOn: "2025-04-12T10:00:00Z" };
    const id = (await run("add-evidence", evidence(dates))) as string;
    expect(await db().evidence.findUnique({ where: { id } })).toMatchObject({
      publishedOn: "2025-04-12",
      accessedOn: "2025-04-12",
    });
    const place = (await run("add-appearance", appearance({ publishedOn: "Apr 2025" }))) as string;
    expect(await db().appearance.findUnique({ where: { id: place } })).toMatchObject({
      publishedOn: "2025-04",
    });
  });

  test.each(fields)("%s refuses %s that no date is, and says why", async (command, name, input) => {
    const said = [
      ["04/12/2025", /2025-04-12 or 2025-12-04/],
      ["0000", /1583 to 2100/],
      ["2999-01-01", /1583 to 2100/],
      ["١٤٤٦", /another calendar/],
      ["2025-02-30", /does not exist/],
      ["soon", /could not be read/],
    ] as const;
    for (const [date, words] of said) {
      const { status, details } = await refusal(command, input({ [name]: date }));
      expect([status, details], date).toEqual([400, [{ path: name, message: expect.stringMatching(words) }]]);
    }
  });

  test.each(fields)("%s refuses %s after today", async (command, name, input) => {
    for (const date of ["2026-11-27", "٢٠٢٦-١١-٢٧", ...(name === "accessedOn" ? [] : ["2026-12", "2027"])]) {
      const { status, message, details } = await refusal(command, input({ [name]: date }));
      expect([status, details], date).toEqual([400, [{ path: name, message: "date_future" }]]);
      expect(message).toContain("Today is 2026-11-26");
    }
    for (const date of ["2026-11-26", ...(name === "accessedOn" ? [] : ["2026-11", "2026"])]) {
      await run(command, input({ [name]: date }));
    }
  });

  test("asks for a whole day where evidence was looked at", async () => {
    const { details } = await refusal("add-evidence", evidence({ accessedOn: "2025-04" }));
    expect(details).toEqual([{ path: "accessedOn", message: "Give a full date, such as 2025-04-12." }]);
  });

  test("may be in the future where a claim is due, and is a day", async () => {
    await run("assign-claim", plan({ dueOn: "١ كانون الثاني ٢٠٢٧" }));
    expect(await db().claim.findUnique({ where: { id: claimId } })).toMatchObject({ dueOn: "2027-01-01" });
    for (const dueOn of ["2999-01-01", "2027-01", "01/02/2027"]) {
      expect((await refusal("assign-claim", plan({ dueOn }))).details).toMatchObject([{ path: "dueOn" }]);
    }
    await run("assign-claim", plan({ dueOn: "" }));
    expect(await db().claim.findUnique({ where: { id: claimId } })).toMatchObject({ dueOn: null });
  });

  test("bounds the table in Arabic digits too", () => {
    expect(claimQuerySchema.parse({ from: "٢٠٢٥-٠٤", to: "12 أبريل 2025" })).toMatchObject({
      from: "2025-04",
      to: "2025-04-12",
    });
    expect(claimQuerySchema.safeParse({ from: "04/12/2025" }).error?.issues[0]).toMatchObject({
      path: ["from"],
      message: expect.stringContaining("2025-04-12 or 2025-12-04"),
    });
  });
});

describe("a language, wherever the desk takes one", () => {
  const places: Array<[string, (fields: object) => object]> = [
    ["create-article", (given) => ({ ...article, ...given })],
    ["add-evidence", evidence],
    ["add-appearance", appearance],
  ];
  const stored: Record<string, (id: string) => Promise<{ language: string | null } | null>> = {
    "create-article": (id) => db().article.findUnique({ where: { id } }),
    "add-evidence": (id) => db().evidence.findUnique({ where: { id } }),
    "add-appearance": (id) => db().appearance.findUnique({ where: { id } }),
  };

  test.each(places)("%s stores the canonical tag of a tag or a name", async (command, input) => {
    for (const [typed, tag] of [
      ["Arabic", "ar"],
      ["farsi", "fa"],
      ["english", "en"],
      ["عربي", "ar"],
      ["AR-eg", "ar-EG"],
      ["iw", "he"],
      ["i-klingon", "tlh"],
      ["und", "und"],
    ]) {
      const made = (await run(command, input({ language: typed }))) as string | { id: string };
      const row = await stored[command]?.(typeof made === "string" ? made : made.id);
      expect(row?.language, typed).toBe(tag);
    }
  });

  test.each(places)("%s refuses what is no language, and says the way out", async (command, input) => {
    for (const language of ["klingonish", "x", "und-???", ""]) {
      const { status, details } = await refusal(command, input({ language }));
      expect([status, details], language).toEqual([
        400,
        [{ path: "language", message: expect.stringContaining("such as ar, fa or pt-BR") }],
      ]);
    }
  });
});

describe("a claim in any language", () => {
  test.each([
    ["fa", "این شرکت شش میلیون دلار هزینه کرد.", "میلیون"],
    ["he", "החברה הוציאה שישה מיליון דולר.", "מיליון"],
    ["fr", "L'entreprise a dépensé six millions.", "millions"],
    ["zh", "该公司花费了六百万美元。", null],
    ["ar-EG", "الشركة صرفت ستة مليون دولار.", "صرفت"],
  ])("in %s is made, published, read and found", async (language, words, word) => {
    const text = { [language]: words, en: `Six million, first said in ${language}.` };
    const made = (await run("create-claim", claimOf({ language, text }))) as { id: string; slug: string };
    expect(await getDeskClaim(editor, made.slug)).toMatchObject({ language, text });
    await run("add-evidence", { ...evidence({}), claimId: made.id });
    await published(editor, publisher, aVerdict(made.id));
    const { claim } = await getClaim(made.slug);
    expect(claim).toMatchObject({ language, text });
    const only = await findClaims(claimQuerySchema.parse({ language }));
    expect(only.rows.map(({ slug }) => slug)).toEqual([made.slug]);
    if (!word) return;
    const found = await findClaims(claimQuerySchema.parse({ q: word, language }));
    expect(found.rows.map(({ slug }) => slug)).toContain(made.slug);
  });

  test("is filtered by the language's name as well, and by no unknown one", async () => {
    const { rows } = await findClaims(claimQuerySchema.parse({ language: "farsi" }));
    expect(rows.map(({ claim }) => claim.language)).toEqual(["fa"]);
    expect(claimQuerySchema.safeParse({ language: "klingonish" }).error?.issues[0]?.path).toEqual([
      "language",
    ]);
  });

  test("has an address of its own words where it has no others", async () => {
    const made = await run("create-claim", claimOf({ language: "fa", text: { fa: "دروغ بزرگ" } }));
    expect(made).toMatchObject({ slug: expect.stringContaining("دروغ") });
  });

  test.each([
    ["no text in its language", { language: "fa", text: { en: "x" } }, "text", /under "fa"/],
    ["no text at all", { language: "fa", text: {} }, "text", /under "fa"/],
    [
      "a translation that nobody reads",
      { language: "fa", text: { fa: "x", de: "y" } },
      "text.de",
      /en and ar only/,
    ],
    ["an unknown language", { language: "klingonish", text: { en: "x" } }, "language", /not known/],
  ])("is refused with %s", async (_what, fields, path, words) => {
    const { details } = await refusal("create-claim", claimOf(fields));
    expect(details).toEqual([{ path, message: expect.stringMatching(words) }]);
  });

  test("comes from a form by its name, with its text in the field for other languages", async () => {
    const sent = claimOf({
      language: "Persian / الفارسية",
      text: { original: "متن فارسی", en: "Persian text" },
      claimant: { choice: "nobody" },
    });
    const input = await resolveClaimForm(newClaimFormSchema.parse(sent));
    expect(input).toMatchObject({ language: "fa", text: { fa: "متن فارسی", en: "Persian text" } });
    const { slug } = await createClaim(editor, input);
    const { id, version } = await getDeskClaim(editor, slug);
    const edited = { ...sent, claimId: id, version: String(version), slug, language: "en" };
    const turned = editedClaimFormSchema.parse(edited);
    expect([turned.language, turned.text]).toEqual(["en", { en: "Persian text" }]);
  });
});
