import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMentions, getHandle, splitComment } from "@/lib/desk/comments/rules";

const ana = { id: "1", name: "Ana", email: "ana@desk.example" };
const maria = { id: "2", name: "Ana María", email: "maria@desk.example" };
const layla = { id: "3", name: "ليلى الأحمد", email: "l.ahmad@desk.example" };
const twin = { id: "4", name: "ليلى الأحمد", email: "layla@desk.example" };
const everybody = [ana, maria, layla];
const ids = (text: string, people = everybody) => findMentions(text, people).flatMap((m) => m.personIds);
const words = (text: string) => findMentions(text, everybody).map((m) => text.slice(m.start, m.end));

describe("people are mentioned", () => {
  test("by their full name, however it is spelt, in Arabic also behind a joined word", () => {
    expect(ids("@ana can you look?")).toEqual(["1"]);
    expect(ids("سألتُ @ليلى الاحمد، و@ليلى الأحمد أجابت")).toEqual(["3", "3"]);
    expect(words("سألتُ @لَيلى الاحمد، عن هذا")).toEqual(["@لَيلى الاحمد"]);
  });

  test("by the longest name that fits", () => {
    expect(ids("@Ana Maria, please")).toEqual(["2"]);
    expect(ids("@Ana, Maria said so")).toEqual(["2"]);
    expect(ids("@Ana please")).toEqual(["1"]);
    expect(ids("@Anabel")).toEqual([]);
  });

  test("by their email or the part before its @, and not by an address in the text", () => {
    expect(ids("@l.ahmad and @maria@desk.example")).toEqual(["3", "2"]);
    expect(ids("write to somebody@ana.example, or to a @ ana")).toEqual([]);
  });

  test("by a handle that nobody else has", () => {
    expect(getHandle(layla, everybody)).toBe("ليلى الأحمد");
    expect(getHandle(layla, [...everybody, twin])).toBe("l.ahmad");
    expect(ids("@layla", [...everybody, twin])).toEqual(["4"]);
    const other = { id: "5", name: "ليلى الأحمد", email: "layla@other.example" };
    expect(getHandle(twin, [twin, layla, other])).toBe("layla@desk.example");
  });
});

describe("a comment is shown", () => {
  test("with its mentions and links, without the full stop behind a link", () => {
    expect(splitComment("@Ana see https://a.example/x?y=1#z. <b>", everybody)).toEqual([
      { kind: "mention", text: "@Ana" },
      { kind: "text", text: " see " },
      { kind: "link", text: "https://a.example/x?y=1#z" },
      { kind: "text", text: ". <b>" },
    ]);
  });

  test("with no link that is not http", () => {
    expect(splitComment("javascript:alert(1) data:text/html,x", [])).toHaveLength(1);
  });

  test("whole, whatever it is", () => {
    const part = fc.constantFrom(
      "@",
      "Ana",
      " ",
      "ليلى الأحمد",
      "https://a.example",
      "،",
      "😀",
      "a",
      "@maria",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        expect(
          splitComment(text, everybody)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

test.each(["\u200F", "\u2069", "\u200B", ".\u200E"])(
  "a link ends before what is invisible behind it (%j)",
  (end) => {
    expect(splitComment(`انظر https://example.org/a${end}`, [])).toContainEqual({
      kind: "link",
      text: "https://example.org/a",
    });
  },
);
