import {
  createPublicationIndex,
  type PublicationIndex,
} from "@/lib/record/transparency-log/publication-index";
import { createEntryCheck, type EntryCheck } from "@/lib/record/verify/entry-check";
import { checkExport, type ExportedVerdict, toExportedVerdict } from "@/lib/record/verify/export-check";
import { CheckFailure, mismatch } from "@/lib/record/verify/failure";
import { createOriginCheck, createVerdictCheck, type OriginCheck } from "@/lib/record/verify/verdict-check";
import { parseArguments, type VerifyArguments } from "./verify-arguments";
import { verifyDesk } from "./verify-desk";
import { readElements } from "./verify-files";
import { checkHeads, type NamedHead, readHeads } from "./verify-heads";

/**
 * Runs the checks named by the arguments of the command line. Returns a summary and the exit code: 0, 1 if something is
 * wrong, 2 if something cannot be checked.
 */
export async function runVerify(args: string[]): Promise<{ code: 0 | 1 | 2; summary: string }> {
  try {
    return { code: 0, summary: (await verify(parseArguments(args))).join("\n") };
  } catch (error) {
    const summary = error instanceof Error ? error.message : String(error);
    return { code: error instanceof CheckFailure && error.kind === "wrong" ? 1 : 2, summary };
  }
}

/** The content of the files: exports with their verdicts, and the log's entries. */
type Content = { exports: Array<{ file: string; verdicts: ExportedVerdict[] }>; log: FileLog };
type FileLog = { entries: EntryCheck; logged: PublicationIndex; treeSize: number };

async function verify(given: VerifyArguments): Promise<string[]> {
  if (given.desk) return verifyDeskAndFiles(given, given.desk);
  const origins = createOriginCheck(given.origin);
  const heads = await readHeads(given);
  const { exports, log } = await readFiles(given.files, origins, sizesOf(heads));
  const hasLog = log.logged.size() > 0;
  if (heads.new && given.files.length > 0 && !hasLog) {
    throw new CheckFailure("unreadable", "A head is checked with the log's entries, not with an export.");
  }
  return [
    ...exports.map(
      ({ file, verdicts }) => `${file}: ${count(verdicts.length, "verdict")}, every hash is right.`,
    ),
    ...(hasLog ? [summarizeLog(log, given.part)] : []),
    ...compareWithLog(exports, hasLog ? log.logged : null, given.part),
    ...summarizeOrigin(origins, given.origin),
    ...(await checkHeads(heads, hasLog ? log.entries : null, given)),
  ];
}

async function verifyDeskAndFiles(given: VerifyArguments, desk: string): Promise<string[]> {
  const origins = createOriginCheck(given.origin ?? desk);
  const { exports, log } = await readFiles(given.files, origins, []);
  if (log.logged.size() > 0) {
    throw new CheckFailure(
      "unreadable",
      "With --desk, the log's entries come from the desk: name exports only.",
    );
  }
  const { summary, logged } = await verifyDesk({ ...given, desk, origins });
  const right = exports.map(
    ({ file, verdicts }) => `${file}: ${count(verdicts.length, "verdict")}, every hash is right.`,
  );
  return [...summary, ...right, ...compareWithLog(exports, logged, given.part)];
}

async function readFiles(files: string[], origins: OriginCheck, sizes: number[]): Promise<Content> {
  const checks = { entry: createVerdictCheck(origins), logged: createPublicationIndex() };
  const entries = createEntryCheck(checks.entry, sizes);
  const content: Content = { exports: [], log: { entries, logged: checks.logged, treeSize: 0 } };
  for (const name of files) {
    const { file, elements, ...found } = await readElements(name);
    if (found.kind === "entry") {
      for await (const value of elements) checks.logged.add(entries.add(value));
      const held = entries.range()?.next ?? 0;
      if (found.treeSize !== null && found.treeSize < held)
        throw mismatch(`${file} says that the log holds ${found.treeSize} publications, and holds ${held}.`);
      content.log.treeSize = Math.max(content.log.treeSize, found.treeSize ?? held);
    } else {
      const [check, verdicts]: [ReturnType<typeof createVerdictCheck>, ExportedVerdict[]] = [
        createVerdictCheck(origins),
        [],
      ];
      for await (const value of elements) verdicts.push(toExportedVerdict(check.add(value)));
      check.finish();
      content.exports.push({ file, verdicts });
    }
  }
  checks.entry.finish();
  return content;
}

function summarizeLog({ entries, treeSize }: FileLog, part: boolean): string {
  const { first, next } = entries.range() ?? { first: 0, next: 0 };
  const whole = first === 0 && next >= treeSize;
  if (whole) return `${count(next, "entry", "entries")} of the log, from the first on, every leaf is right.`;
  const those = `${next - first} of its ${treeSize} entries (${first} to ${next - 1})`;
  if (part) return `The log: ${those}, every leaf is right. The others were not given.`;
  throw mismatch(`The log: only ${those} were given. Give all, or say with --part that some are enough.`);
}

function compareWithLog(
  exports: Content["exports"],
  logged: PublicationIndex | null,
  part: boolean,
): string[] {
  // Without a verdict only the whole log has something to compare: what the export lacks.
  const empty = (!logged || part) && exports.find(({ verdicts }) => verdicts.length === 0);
  if (empty)
    throw new CheckFailure("unreadable", `${empty.file} holds no verdict: there was nothing to check.`);
  if (!logged) {
    if (exports.length === 0) return [];
    return [
      "Compared with nothing else: whether verdicts are missing or were never published, the log's entries tell.",
    ];
  }
  return exports.map(({ file, verdicts }) => {
    checkExport(file, verdicts, logged, part);
    const those = `${count(verdicts.length, "verdict")} of ${file} compared with the log`;
    return part
      ? `${those}: it holds each. Whether the export lacks some was not checked (--part).`
      : `${those}: it holds each, and the export lacks none of the log's ${count(logged.claims().length, "claim")}.`;
  });
}

function summarizeOrigin(origins: OriginCheck, expected: string | undefined): string[] {
  const found = origins.origin();
  if (!found) {
    if (!expected) return [];
    throw new CheckFailure(
      "unreadable",
      `Nothing that was given has an address to compare with ${expected}.`,
    );
  }
  return [
    expected
      ? `All addresses are of ${found}.`
      : `All addresses are of ${found}, which was compared with nothing: name the desk with --origin.`,
  ];
}

function sizesOf(heads: { new: NamedHead | null; old: NamedHead | null }): number[] {
  return [heads.new, heads.old].flatMap((it) => (it ? [it.head.treeSize] : []));
}

/** A number with its noun. */
function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
