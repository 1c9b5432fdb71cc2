import { expect, test } from "vitest";
import { sharedBuffersMb } from "@/lib/db/embedded-memory";

const MB = 1024 ** 2;

test.each([
  ["a new desk on a large machine", 30, 24_000, 128],
  ["a million claims on a large machine", 16_000, 24_000, 6000],
  ["a large desk on a small machine", 16_000, 1000, 250],
  ["a large desk in a narrow container", 16_000, 256, 128],
  ["a desk that fits", 700, 24_000, 700],
])("%s: %i MB stored, %i MB of memory, %i MB of buffers", (_, stored, memory, buffers) => {
  expect(sharedBuffersMb(stored * MB, memory * MB)).toBe(buffers);
});
