import { expect, test } from "vitest";
import { type EvidenceStep, moveInOrder } from "@/lib/desk/evidence/order";

const move = (current: string, seen: string, id: string, step: EvidenceStep) =>
  moveInOrder([...current], [...seen], id, step).join("");

test.each<[string, string, string, EvidenceStep, string]>([
  ["abc", "abc", "b", "up", "bac"],
  ["abc", "abc", "b", "down", "acb"],
  ["abc", "abc", "a", "up", "abc"],
  ["abc", "abc", "c", "down", "abc"],
])("in %s, seen as %s, %s goes %s: %s", (current, seen, id, step, after) => {
  expect(move(current, seen, id, step)).toBe(after);
});

test.each<[string, string, EvidenceStep, string, string]>([
  ["somebody moved the next one past it", "acb", "up", "b", "cba"],
  ["somebody moved its neighbour first", "bac", "up", "c", "cba"],
  ["it is there already", "bac", "up", "b", "bac"],
  ["its neighbour is gone", "ac", "up", "c", "ca"],
  ["all of its neighbours are gone", "c", "up", "c", "c"],
  ["another one was added", "abcd", "down", "b", "acbd"],
  ["another one was added between", "axbc", "up", "b", "xbac"],
])("where %s, both steps take effect", (_what, current, step, id, after) => {
  expect(move(current, "abc", id, step)).toBe(after);
});

test("any two steps at once take effect, whichever comes first", () => {
  const seen = "abcde";
  const steps = [...seen].flatMap((id) => [
    { id, step: "up" as const, over: seen[seen.indexOf(id) - 1] },
    { id, step: "down" as const, over: seen[seen.indexOf(id) + 1] },
  ]);
  const holds = (order: string, { id, step, over }: (typeof steps)[number]) =>
    over === undefined || (step === "up") === order.indexOf(id) < order.indexOf(over);
  for (const one of steps) {
    for (const other of steps) {
      // Past each other, or out of one place both ways: the later one counts.
      const opposed = one.step !== other.step && (one.over === other.id || one.id === other.id);
      const after = move(move(seen, seen, one.id, one.step), seen, other.id, other.step);
      expect(holds(after, other), `${one.id} ${one.step}, ${other.id} ${other.step}: ${after}`).toBe(true);
      if (!opposed) expect(holds(after, one), `${one.id} ${one.step} first: ${after}`).toBe(true);
    }
  }
});
