import { parseArgs } from "node:util";
import { type EntryCheck, entryCheck } from "@/lib/log/entry-check";
import { CheckFailure, wrong } from "@/lib/log/failure";
import { checkConsistency, checkRoot, checkSuccession, readHead } from "@/lib/log/head-check";
import type { SignedHead } from "@/lib/log/schema";
import { type Element, verdictCheck } from "@/lib/log/verdict-check";
import { elementsOf, readJson } from "./verify-files";

const USAGE = `npm run verify -- FILE…                 an export of verdicts, or the log's entries (JSON or NDJSON);
                                        of both, also that the log holds what was exported
  --head HEAD                           also the log's head, as /api/v1/log answers it
  --head HEAD --old-head OLD            also that the log begins with all that an older head was signed for
    --proof PROOF                       by the answer of /api/v1/log/consistency, where FILE is not the whole log`;

type Options = { head?: string; "old-head"?: string; proof?: string };

/**
 * Checks what these arguments of the command line name. Answers what there is to say, and the code to end with: 0, 1 for
 * the first thing that is wrong, 2 for what cannot be checked.
 */
export async function runVerify(args: string[]): Promise<{ code: 0 | 1 | 2; said: string }> {
  try {
    return { code: 0, said: await verify(readArguments(args)) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { code: error instanceof CheckFailure && error.kind === "wrong" ? 1 : 2, said };
  }
}

function readArguments(args: string[]): { files: string[]; options: Options } {
  const text = { type: "string" } as const;
  const options = { head: text, "old-head": text, proof: text };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: false });
  const unknown = Object.entries(values).find(([name, value]) => !(name in options) || value === true);
  const lonely = (values.proof && !values["old-head"]) || (values["old-head"] && !values.head);
  if (unknown || lonely || (positionals.length === 0 && !values.head))
    throw new CheckFailure("unreadable", USAGE);
  return { files: positionals, options: values as Options };
}

async function verify({ files, options }: ReturnType<typeof readArguments>): Promise<string> {
  const heads = { new: await findHead(options.head), old: await findHead(options["old-head"]) };
  const sizes = [heads.new, heads.old].flatMap((it) => (it ? [it.head.treeSize] : []));
  const [exported, logged] = [verdictCheck(), verdictCheck()];
  const entries = entryCheck(logged, sizes);
  const [verdicts, hashes]: [Element[], Set<string>] = [[], new Set()];
  for (const file of files) {
    for await (const { kind, value } of elementsOf(file)) {
      if (kind === "entry") hashes.add(entries.add(value).verdict.hash);
      else verdicts.push(exported.add(value));
    }
  }
  const count = exported.finish() + logged.finish();
  const log = hashes.size > 0;
  if (log) checkLogged(verdicts, hashes);
  const said =
    files.length > 0 ? `${count} ${count === 1 ? "verdict" : "verdicts"}, every hash is right.` : "";
  if (!heads.new) return said;
  if (files.length > 0 && !log) {
    throw new CheckFailure(
      "unreadable",
      `${said} A head is checked with the log's entries, not with an export.`,
    );
  }
  return `${said} ${await checkHeads(heads.new, heads.old, log ? entries : null, options.proof)}`.trim();
}

function checkLogged(verdicts: Element[], hashes: Set<string>): void {
  const stray = verdicts.find(({ verdict }) => !hashes.has(verdict.hash));
  if (!stray) return;
  const { slug, verdict } = stray;
  throw wrong(`${slug}, revision ${verdict.revision}: the log's entries do not hold it.`);
}

type NamedHead = { head: SignedHead; file: string };

async function findHead(file: string | undefined): Promise<NamedHead | null> {
  return file ? { head: readHead(await readJson(file), file), file } : null;
}

async function checkHeads(
  { head, file }: NamedHead,
  old: NamedHead | null,
  entries: EntryCheck | null,
  proof: string | undefined,
): Promise<string> {
  const { treeSize, keyId } = head;
  if (entries) checkRoot(head, entries.rootOf(treeSize), file);
  const said = `The head is signed by ${keyId} for ${treeSize} publications${entries ? ": these" : ""}.`;
  if (!old) return said;
  checkSuccession(old.head, head);
  if (entries) checkRoot(old.head, entries.rootOf(old.head.treeSize), old.file);
  if (proof || !entries) await checkProof(old.head, head, proof);
  return `${said} The log begins with the ${old.head.treeSize} of the old head.`;
}

async function checkProof(old: SignedHead, head: SignedHead, file: string | undefined): Promise<void> {
  if (file) return checkConsistency(old, head, await readJson(file), file);
  if (old.treeSize !== 0 && old.treeSize !== head.treeSize) {
    throw new CheckFailure("unreadable", "Give --proof, or the log's entries from the first on.");
  }
  const nothing = { first: old.treeSize, second: head.treeSize, path: [] };
  checkConsistency(old, head, nothing, "The old head");
}
