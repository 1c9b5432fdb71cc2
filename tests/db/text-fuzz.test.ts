import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { POST } from "@/app/api/v1/desk/[command]/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { normalizeLine, normalizeText } from "@/lib/text/normalize";
import { somebody } from "@/tests/factories/desk";
import { limitedFieldsOf, type TextField, textFieldsOf, withText } from "@/tests/factories/text-fields";
import { commandInputs, createWorld } from "@/tests/system/permissions-inputs";
import { arbitraryText } from "@/tests/unit/text/arbitrary-text";

// Every field of text of every command of the API, read off the commands' own schemas: a new field is tried by itself.

let caller: Context;
vi.mock("@/lib/next/context", () => ({ apiContext: async () => caller }));

let inputs: Record<string, object>;
beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const [editor, admin] = [await somebody("editor"), await somebody("admin")];
  const member = (context: Context) => ({ context }) as Parameters<typeof createWorld>[0];
  inputs = commandInputs(await createWorld(member(editor), member(admin)));
  caller = admin;
});

const MARK = "Zq7mark";
const nasty = [
  "",
  " \r\n ",
  "\u200B\u200B",
  "\u2800",
  "\u3164",
  "\u00AD",
  "\u200F\u202E",
  "\u0000",
  `${MARK}\u0000`,
  `\uD800${MARK}`,
  `${MARK}\uDC00`,
  `${MARK}\u0001\uFFFE\uFDD0\u{1FFFE}`,
  `${MARK}\r\n\r\n${MARK}\r${MARK}\u2028${MARK}\u0085`,
  `\u202E${MARK}\u2067`,
  `${MARK} \u06CC\u200C\u062E 👩‍🔬 e\u0301`,
  MARK.repeat(300),
  MARK.repeat(1000),
];
const arbitraryInput = fc.oneof(
  fc.constantFrom(...nasty),
  fc.tuple(arbitraryText, arbitraryText).map(([before, after]) => `${before}${MARK}${after}`),
);

const tables = ["article", "article_version", "claim", "claim_translation", "claimant", "topic"].concat(
  "appearance",
  "evidence",
  "proposal",
);
// What the database or the desk makes of the texts.
const derived = /^(folded_names|name_keys|content|quote_prefix|quote_suffix)$/;

class RolledBack extends Error {}

/** Sends the command, looks at the rows before all is rolled back, and returns the status and the texts with the mark. */
async function send(command: string, input: unknown) {
  let seen = { status: 0, stored: [] as string[] };
  await transaction(async (tx) => {
    const request = new Request(`https://desk.example/api/v1/desk/${command}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    const { status } = await POST(request, { params: Promise.resolve({ command }) });
    seen = { status, stored: status === 500 ? [] : await markedTexts(tx) };
    throw new RolledBack();
  }).catch((error) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return seen;
}

async function markedTexts(tx: Transaction): Promise<string[]> {
  const each = tables.map(
    (name) => `SELECT to_jsonb(t) AS row FROM ${name} AS t WHERE t::text LIKE '%${MARK}%'`,
  );
  const rows = await tx.$queryRawUnsafe<Array<{ row: object }>>(each.join(" UNION ALL "));
  return rows.flatMap(({ row }) => textsIn(row)).filter((text) => text.includes(MARK));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (derived.test(name) ? [] : textsIn(inner)));
}

/** What a field stands beside: names are those of somebody new, and only a protected source has a protection. */
function inputFor(command: string, [first = "", second]: TextField): object {
  const input = inputs[command] ?? {};
  const isNamed = second === "names" && (first === "claimant" || first === "to");
  if (isNamed) return { ...input, [first]: { names: {}, create: true } };
  return first === "protection" ? { ...input, kind: "protected_source", url: null } : input;
}

// Words that are looked up in an article, and the public words that a first publication does not have.
const elsewhere = ["create-claim quote", "edit-claim quote", "re-anchor-quote quote"];

test("a plain text is stored as it is, wherever texts are stored", async () => {
  const refused: string[] = [];
  for (const [command, { schema }] of Object.entries(commands)) {
    for (const field of limitedFieldsOf(schema)) {
      const { stored } = await send(command, withText(inputFor(command, field), field, MARK));
      if (!stored.includes(MARK)) refused.push(`${command} ${field.join(".")}`);
    }
  }
  expect(refused).toEqual(elsewhere);
});

describe.each(Object.entries(commands))("%s", (command, { schema }) => {
  test("what it takes is known here", () => {
    expect(schema.safeParse(inputs[command]).error).toBeUndefined();
  });

  test.each(textFieldsOf(schema).map((field) => [field.join("."), field] as const))(
    "%s: stored in its normal form, or refused; never a fault",
    async (_, field) => {
      await fc.assert(
        fc.asyncProperty(arbitraryInput, async (text) => {
          const { status, stored } = await send(command, withText(inputFor(command, field), field, text));
          expect(status, JSON.stringify(text)).toSatisfy(
            (code: number) => code === 200 || (code >= 400 && code < 500),
          );
          const normal = [normalizeText(text), normalizeLine(text)];
          const isStored = status === 200 && normal[0]?.includes(MARK);
          expect(stored.length > 0).toBe(isStored);
          for (const found of stored) expect(normal).toContain(found);
        }),
        { numRuns: 12, examples: nasty.map((text) => [text]) },
      );
    },
  );
});
