import { expect, test } from "vitest";
import { registerStream, unregisterStream } from "@/lib/desk/realtime/open-streams";
import type { DeskStream } from "@/lib/desk/realtime/stream";

let parked: string[] = [];
const streamOf = (sessionId: string, name: string) => {
  const stream = {
    sessionId,
    park: () => {
      parked.push(name);
      unregisterStream(stream);
    },
  } as unknown as DeskStream;
  return stream;
};

test("of one browser's pages four are open at once: the fifth parks the oldest, other browsers none", () => {
  parked = [];
  const mine = ["1", "2", "3", "4"].map((name) => streamOf("mine", name));
  for (const stream of mine) registerStream(stream);
  for (const name of ["a", "b", "c", "d"]) registerStream(streamOf("theirs", name));
  expect(parked).toEqual([]);
  registerStream(streamOf("mine", "5"));
  expect(parked).toEqual(["1"]);
  registerStream(streamOf("mine", "6"));
  expect(parked).toEqual(["1", "2"]);
});

test("a page that was closed makes room", () => {
  parked = [];
  const streams = ["1", "2", "3", "4"].map((name) => streamOf("another", name));
  for (const stream of streams) registerStream(stream);
  unregisterStream(streams[2] as DeskStream);
  registerStream(streamOf("another", "5"));
  expect(parked).toEqual([]);
  registerStream(streamOf("another", "6"));
  expect(parked).toEqual(["1"]);
});
