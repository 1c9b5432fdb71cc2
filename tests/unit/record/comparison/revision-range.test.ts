import { expect, test } from "vitest";
import { readRevisionRange } from "@/lib/record/comparison/revision-range";

test.each([
  [{}, 3, 2, 3, []],
  [{ from: "1", to: "2" }, 3, 1, 2, []],
  [{ from: "3", to: "1" }, 3, 1, 3, []],
  [{ to: "1" }, 3, 1, 2, []],
  [{ from: "1" }, 3, 1, 3, []],
  [{ from: "2", to: "2" }, 3, 2, 2, []],
  [{ from: ["1", "2"], to: "" }, 3, 1, 3, []],
  [{ from: "0", to: "4" }, 3, 2, 3, ["from", "to"]],
  [{ from: "-1", to: "2" }, 3, 1, 2, ["from"]],
  [{ from: "1e0", to: "9999999" }, 2, 1, 2, ["from", "to"]],
])("%j of %i revisions", (params, last, from, to, ignored) => {
  expect(readRevisionRange(params, last)).toEqual({ from, to, ignored });
});
