import fc from "fast-check";
import { expect, test } from "vitest";
import { splitRuns } from "@/lib/text/mixed-runs";

const cut = (...texts: string[]) => texts.map((text) => ({ text }));
const shown = (texts: string[]) =>
  splitRuns(cut(...texts), "rtl").map(({ direction, parts }) => [
    direction,
    ...parts.map(({ pieces }) =>
      pieces.map((piece) => (piece.direction ? `<${piece.text}>` : piece.text)).join(""),
    ),
  ]);

test("a mark that ends inside of a name leaves the name in one piece", () => {
  expect(shown(["في معرض Expo ", "2020", " Dubai الأخير"])).toEqual([
    [null, "في معرض "],
    ["ltr", "Expo ", "2020", " Dubai"],
    [null, " الأخير"],
  ]);
});

test("a mark around whole names cuts nothing", () => {
  expect(shown(["في ", "معرض Expo 2020 Dubai", " الأخير"])).toEqual([
    [null, "في ", "معرض <Expo 2020 Dubai>", " الأخير"],
  ]);
});

test("the parts are the segments, each at its place, and the last of each is known", () => {
  const unit = fc.constantFrom("Expo", " ", "2020", "$6M", "معرض", "، ", "(", "a.b", "😀");
  fc.assert(
    fc.property(
      fc.array(fc.array(unit, { minLength: 1 })),
      fc.constantFrom("ltr", "rtl"),
      (units, direction) => {
        const segments = cut(...units.map((texts) => texts.join("")));
        const parts = splitRuns(segments, direction).flatMap((run) => run.parts);
        for (const segment of segments) {
          const own = parts.filter((part) => part.segment === segment);
          let text = "";
          for (const part of own) {
            expect(part.start).toBe(text.length);
            text += part.pieces.map((piece) => piece.text).join("");
          }
          expect(text).toBe(segment.text);
          expect(own.map(({ isLast }) => isLast)).toEqual(own.map((_, n) => n === own.length - 1));
        }
      },
    ),
  );
});
