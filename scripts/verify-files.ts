import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";
import { verdictsFileSchema } from "@/lib/record/format/schema";
import { logEntriesSchema } from "@/lib/record/transparency-log/schema";
import { isEntry } from "@/lib/record/verify/entry-check";
import { CheckFailure, mismatch } from "@/lib/record/verify/failure";
import { isElement } from "@/lib/record/verify/verdict-check";
import { findDuplicateKey } from "@/lib/text/duplicate-key";

/** The kind of a file: an export, or a part of the log, which may state the size of the log. */
export type FileKind = { kind: "verdict" } | { kind: "entry"; treeSize: number | null };
/** A file with its elements, read one after the other. */
export type FileContent = FileKind & { file: string; elements: AsyncIterable<unknown> | Iterable<unknown> };

const exportFields = verdictsFileSchema.shape;
const exportSchema = verdictsFileSchema.extend({
  format: z.enum(["veritable.verdicts/1", "veritable.verdicts/2"]),
  verdicts: z.array(z.unknown()),
});
const entriesSchema = logEntriesSchema.extend({ entries: z.array(z.unknown()) });

/** Reads a JSON file. Throws a CheckFailure if it cannot be read or has a duplicate key. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((cause) => {
    throw new CheckFailure("unreadable", `${file} cannot be read: ${cause.message}`);
  });
  const value = parsed(text, file);
  if (value !== undefined) return value;
  throw new CheckFailure("unreadable", `${file} is no JSON, and no verdicts line by line.`);
}

/**
 * Reads the verdicts or entries of a file: a JSON export or part of the log, which is read whole, or NDJSON of any size. An
 * empty file is an export without verdicts. Throws a CheckFailure for any other file.
 */
export async function readElements(file: string): Promise<FileContent> {
  for await (const line of linesOf(file)) {
    if (line.trim() === "") continue;
    const first = parsed(line, file);
    if (isElement(first)) return { file, kind: "verdict", elements: valuesOf(file) };
    if (isEntry(first)) return { file, kind: "entry", treeSize: null, elements: valuesOf(file) };
    return wholeFile(await readJson(file), file);
  }
  return { file, kind: "verdict", elements: [] };
}

async function* valuesOf(file: string): AsyncGenerator<unknown> {
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === "") continue;
    const value = parsed(line, file);
    if (value === undefined) throw mismatch(`${file}: line ${number} is no JSON.`);
    yield value;
  }
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

/** Parses a JSON text; undefined if it is invalid. Throws a CheckFailure for a duplicate key. */
function parsed(text: string, file: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const name = findDuplicateKey(text);
  if (name === null) return value;
  throw mismatch(
    `${file}: "${name}" stands twice in one object, so that it says different things to different readers.`,
  );
}

function wholeFile(json: unknown, file: string): FileContent {
  const { verdicts, entries } = (json ?? {}) as { verdicts?: unknown; entries?: unknown };
  if (Array.isArray(verdicts)) return exportOf(json, file);
  if (Array.isArray(entries)) return entriesOf(json, file);
  throw new CheckFailure("unreadable", `${file} is neither an export of verdicts nor entries of a log.`);
}

function exportOf(json: unknown, file: string): FileContent {
  const { format, count, verdicts } = read(exportSchema, json, `${file} is no export of verdicts`);
  if (count !== verdicts.length)
    throw mismatch(`${file} says that it holds ${count} verdicts, and holds ${verdicts.length}.`);
  const later = verdicts.findIndex((value) => Object.hasOwn((value ?? {}) as object, "format"));
  if (format !== exportFields.format.value && later >= 0)
    throw mismatch(`${file} is of ${format}, and its element at place ${later + 1} is of another format.`);
  return { file, kind: "verdict", elements: verdicts };
}

function entriesOf(json: unknown, file: string): FileContent {
  const { treeSize, entries } = read(entriesSchema, json, `${file} is no part of a log`);
  if (entries.length === 0) {
    throw mismatch(
      `${file} holds no entry: of the ${treeSize} that the log has by its word, none can be checked.`,
    );
  }
  return { file, kind: "entry", treeSize, elements: entries };
}

function read<T extends z.ZodType>(schema: T, json: unknown, fault: string): z.infer<T> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join(".");
  throw mismatch(`${fault}: ${place ? `${place}: ` : ""}${issue?.message}`);
}
