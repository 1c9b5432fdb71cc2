import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import ar from "@/messages/ar.json" with { type: "json" };
import en from "@/messages/en.json" with { type: "json" };

type Messages = { [key: string]: string | Messages };

function flat(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const [english, arabic] = [flat(en), flat(ar)];
const argumentsOf = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:=\d+|zero|one|two|few|many|other)\s)\{(\w+)[,}]/g)].map(([, name]) => name),
    ),
  ].sort();

test("both languages have the same messages", () => {
  expect([...arabic.keys()].sort()).toEqual([...english.keys()].sort());
});

test("the messages of both languages take the same arguments", () => {
  const different = [...english].filter(
    ([key, text]) => argumentsOf(text).join() !== argumentsOf(arabic.get(key) ?? "").join(),
  );
  expect(different.map(([key]) => key)).toEqual([]);
});

test("Arabic plurals have every form that Arabic has", () => {
  const plurals = [...arabic].filter(([, text]) => text.includes(", plural,"));
  expect(plurals.length).toBeGreaterThan(0);
  const lacking = plurals.filter(
    ([, text]) => !["one", "two", "few", "many", "other"].every((form) => text.includes(`${form} {`)),
  );
  expect(lacking.map(([key]) => key)).toEqual([]);
});

test("Arabic messages are in Arabic", () => {
  const latin = [...arabic].filter(
    ([, text]) => !/[\u0600-\u06FF]/.test(text) && /[A-Za-z]{4}/.test(text.replace(/\{[^}]*\}|<[^>]*>/g, "")),
  );
  expect(latin.map(([key]) => key).filter((key) => key !== "meta.name")).toEqual([]);
});

// Within Arabic, $6M would else be drawn as 6M$.
test.each([
  ["English", english],
  ["Arabic", arabic],
])("what somebody typed keeps its own direction within %s", (_language, messages) => {
  const typed = ["table.chip.q", "table.chip.article", "table.emptySearch"];
  const open = typed.filter((key) => !/\u2068\{\w+\}\u2069/.test(messages.get(key) ?? ""));
  expect(open).toEqual([]);
});

test("every event of the log can be told in words", () => {
  const actions = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ts$/.test(name) && !name.includes("generated"))
    .flatMap((name) => [
      ...readFileSync(`lib/${name}`, "utf8").matchAll(/appendEvent\([^;]*?action: "([a-z_.]+)"/g),
    ])
    .map(([, action = ""]) => action);
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((action) => !english.has(`log.${action}`))).toEqual([]);
});

test("screens are laid out by start and end, not by left and right", () => {
  const physical =
    /\b(?:[mp][lr]|left|right|rounded-[lr]|border-[lr]|text-(?:left|right))-(?:\d|\[|auto|px)|\btext-(?:left|right)\b|(?:margin|padding|border)-(?:left|right)\s*:/;
  const broken = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(tsx|css)$/.test(name))
      .filter((name) => physical.test(readFileSync(`${folder}/${name}`, "utf8")))
      .map((name) => `${folder}/${name}`),
  );
  expect(broken).toEqual([]);
});
