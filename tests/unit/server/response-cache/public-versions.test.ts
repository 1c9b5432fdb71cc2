import { expect, test } from "vitest";
import { PublicVersions, type ScopeChange } from "@/lib/server/response-cache/public-versions";

/** Versions whose questions are answered by hand, and whose turns are taken by hand. */
function versions() {
  const [asked, soon, told]: [
    Array<{ after: number; answer: (changes: ScopeChange[]) => void; fail: () => void }>,
    Array<() => void>,
    string[],
  ] = [[], [], []];
  const known = new PublicVersions(
    (scopes) => told.push(...scopes),
    () => told.push("lost"),
    (task) => soon.push(task),
  );
  const ask = (after: number) =>
    new Promise<ScopeChange[]>((answer, reject) => {
      asked.push({ after, answer, fail: () => reject(new Error("The database is gone.")) });
    });
  known.connect(ask, 7);
  const turn = () => {
    for (const task of soon.splice(0)) task();
  };
  return { known, asked, told, turn };
}

test("all who ask before the question is sent share it", async () => {
  const { known, asked, turn } = versions();
  const checks = [known.check(), known.check(), known.check()];
  turn();
  expect(asked.map(({ after }) => after)).toEqual([7]);
  asked[0]?.answer([]);
  expect(await Promise.all(checks)).toEqual([true, true, true]);
});

test("who asks while a question is under way waits for the next one", async () => {
  const { known, asked, told, turn } = versions();
  const first = known.check();
  turn();
  const second = known.check();
  const third = known.check();
  asked[0]?.answer([{ scope: "all", version: 9 }]);
  expect(await first).toBe(true);
  expect(told).toEqual(["lost", "all"]);
  await expect.poll(() => asked.map(({ after }) => after)).toEqual([7, 9]);
  asked[1]?.answer([]);
  expect(await Promise.all([second, third])).toEqual([true, true]);
});

test("without an answer nothing is known, and everything may have been missed", async () => {
  const { known, asked, told, turn } = versions();
  const check = known.check();
  turn();
  const next = known.check();
  asked[0]?.fail();
  expect([await check, await next, await known.check()]).toEqual([false, false, false]);
  expect(told).toEqual(["lost", "lost"]);
  expect(known.connected).toBe(false);
});

test("an answer of a connection that was lost meanwhile counts for nothing", async () => {
  const { known, asked, told, turn } = versions();
  const check = known.check();
  turn();
  known.disconnect();
  asked[0]?.answer([{ scope: "all", version: 8 }]);
  expect(await check).toBe(false);
  expect(told).toEqual(["lost", "lost"]);
});
