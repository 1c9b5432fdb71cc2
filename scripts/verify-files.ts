import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { isEntry } from "@/lib/log/entry-check";
import { CheckFailure, wrong } from "@/lib/log/failure";
import { isElement } from "@/lib/log/verdict-check";

/** What a file holds: verdicts of an export, or entries of the log. */
export type Found = { kind: "verdict" | "entry"; value: unknown };

const exportSchema = z.object({
  format: z.enum(["veritable.verdicts/1", "veritable.verdicts/2"]),
  count: z.number(),
  verdicts: z.array(z.unknown()),
});
const entriesSchema = z.object({ treeSize: z.number(), entries: z.array(z.unknown()) });

/** Reads a JSON file. Throws a CheckFailure where it cannot. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((cause) => {
    throw new CheckFailure("unreadable", `${file} cannot be read: ${cause.message}`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new CheckFailure("unreadable", `${file} is no JSON, and no verdicts line by line.`);
  }
}

/**
 * The verdicts or entries of a file, one after the other: of an export or a part of the log, which is read whole, or
 * of one line each (NDJSON), which may be of any size. Throws a CheckFailure for any other file.
 */
export async function* elementsOf(file: string): AsyncGenerator<Found> {
  let [number, kind]: [number, Found["kind"] | null] = [0, null];
  for await (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === "") continue;
    const value = parsed(line);
    kind ??= kindOf(value);
    if (!kind) break;
    if (value === undefined) throw wrong(`${file}: line ${number} is no JSON.`);
    yield { kind, value };
  }
  if (!kind) yield* wholeFile(await readJson(file), file);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, { encoding: "utf8" });
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (cause) {
    throw new CheckFailure("unreadable", `${file} cannot be read: ${(cause as Error).message}`);
  } finally {
    input.destroy();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function kindOf(value: unknown): Found["kind"] | null {
  if (isElement(value)) return "verdict";
  return isEntry(value) ? "entry" : null;
}

function* wholeFile(json: unknown, file: string): Generator<Found> {
  const [verdicts, log] = [exportSchema.safeParse(json), entriesSchema.safeParse(json)];
  if (verdicts.success) {
    const { count, verdicts: all } = verdicts.data;
    for (const value of all) yield { kind: "verdict", value };
    if (count !== all.length)
      throw wrong(`${file} says that it holds ${count} verdicts, and holds ${all.length}.`);
  } else if (log.success) {
    for (const value of log.data.entries) yield { kind: "entry", value };
  } else {
    throw new CheckFailure("unreadable", `${file} is neither an export of verdicts nor entries of a log.`);
  }
}
