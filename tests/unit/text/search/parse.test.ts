import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSearch, type Term } from "@/lib/text/search/parse";

const said = ({ excluded, ...term }: Term): string => {
  const sign = excluded ? "-" : "";
  if (term.kind === "field") return `${sign}${term.field}:${term.words.join("+")}`;
  if (term.kind === "quantity") return `${sign}${term.token}`;
  return term.kind === "phrase" ? `${sign}"${term.text}"` : `${sign}${term.text}`;
};
const read = (typed: string) =>
  parseSearch(typed)
    .map((terms) => terms.map(said).join("|"))
    .join(" ");

describe("what a reader types", () => {
  test.each([
    ["vance paris", "vance paris"],
    ["VÂNCE  Paris!", "vance paris"],
    ['"open source" ai', '"open source" ai'],
    ["“open source”", '"open source"'],
    ["«مفتوح المصدر»", '"مفتوح المصدر"'],
    ['"never closed', "never closed"],
    ['said “open source and "free"', 'said open source and "free"'],
    ['claimant:"jd van', "claimant:jd+van"],
    ["ai -china", 'ai -"china"'],
    ['ai -"south china"', 'ai -"south china"'],
    ["well-known", "well known"],
    ["- alone", "alone"],
    ["paris OR london", "paris|london"],
    ["باريس أو لندن", "باريس|لندن"],
    ["a paris OR london b", "a paris|london b"],
    ["OR", ""],
    ["paris OR", "paris"],
    ["OR paris", "paris"],
    ["claimant:vance", "claimant:vance"],
    ['claimant:"JD Vance" status:disputed', "claimant:jd+vance status:disputed"],
    ["-status:false", "-status:false"],
    ["year:٢٠٢٥", "year:2025"],
    ["القائل:فانس", "claimant:فانس"],
    ["H800 chips", 'h800|"h 800" chips'],
    ["claimant:", "claimant"],
    ["http://example.org", "example org"],
    ["https://www.example.org/a", "example org a"],
    ["www.example.org", "example org"],
    ["https: a scheme", "https a scheme"],
    ["U.S. troops", 'us|"u s" troops'],
    ["the U.S.-led talks at 9 a.m.", 'the us|"u s" led talks at number:9 am|"a m"'],
    ["She can’t say Qur'an", 'she cant|"can t" say quran|"qur an"'],
    ["#GazaCeasefire @BBCWorld", 'gazaceasefire|"gaza ceasefire" bbcworld|"bbc world"'],
    ["#COP28Dubai #صوت_الناس", 'cop28dubai|"cop 28 dubai" صوت الناس'],
    ["F-16s of the 1990s", 'f16|"f 16" of the number:1990'],
    ["GPT\u20113.5 and GPT-4", 'gpt3.5|"gpt 3.5" and gpt4|"gpt 4"'],
    ["AK47s", 'ak47|"ak 47"'],
    ["note: this", "note this"],
    ["$6M", "usd:6000000"],
    ["paid 6 million dollars twice", "paid usd:6000000 twice"],
    ["٦ ملايين دولار", "usd:6000000"],
    ["-$6M", "-usd:6000000"],
    ["5G causes COVID-19.", '5g|"5 g" causes covid19|"covid 19"'],
    ["8th October", "8th|number:8 october"],
    ["4K", 'number:4000|4k|"4 k"'],
    ["400متر", "number:400 متر"],
    ["ب500 مليون", "number:500000000"],
    ["بـ٪١٥ وب$500", "percent:15 usd:500"],
    ["و٤ مدنيين", "number:4 مدنيين"],
    ["لـ٣ سنوات", "number:3 سنوات"],
    ["عامي ٢٠١٩ و٢٠٢٤", "عامي number:2019 number:2024"],
    ["مجموعة الـ20 والـGPT", "مجموعه number:20 gpt"],
    ["reached -5 °C", "reached number:5 °c"],
    ["reached −5 °C", "reached number:5 °c"],
    ["shrank: -3.2%", "shrank percent:3.2"],
    ["بلغت -٣٫٢٪", "بلغت percent:3.2"],
    ["-covid -5", '-"covid" number:5'],
    ["−covid", '-"covid"'],
    ["Topic: health", "topic health"],
    ["2½ m² 4×4 10⁶", 'number:2 number:1 number:2 m number:2 4x4|"4 x 4" number:10 number:6'],
    ["Gaza - what we know", "gaza what we know"],
    ["غزة: ما نعرفه", "غزه ما نعرفه"],
    ["؟!", ""],
    ["", ""],
  ])("%s", (typed, expected) => expect(read(typed)).toBe(expected));
});

test.each([
  ["Topic:health spending doubled.", "topic health spending doubled"],
  ["year:2025 vance", "year:2025 vance"],
  ['topic:"health spending" doubled', "topic:health+spending doubled"],
  ["-topic:health doubled", "-topic:health doubled"],
  ["claimant:nobody OR year:2025", "claimant:nobody|year:2025"],
  ["Topic:5 million people", "topic number:5000000 people"],
])("a field needs a value that it has, or quotation marks: %s", (typed, expected) => {
  const query = parseSearch(typed, (field) => field === "year");
  expect(query.map((terms) => terms.map(said).join("|")).join(" ")).toBe(expected);
});

test("anything typed is read, and has only folded words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      for (const terms of parseSearch(typed)) expect(terms.length).toBeGreaterThan(0);
    }),
  );
});
