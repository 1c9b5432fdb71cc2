import { parseArgs } from "node:util";
import { CheckFailure } from "@/lib/record/verify/failure";

const USAGE = `npm run verify -- FILE…           exports of verdicts and the log's entries (JSON or NDJSON); of both, also that
                                  the exports hold what the log holds
  --part                          an export is filtered, made with since or older than the entries, or the
                                  entries are not the whole log: only what is there is compared
  --origin ADDRESS                also that all addresses are of this desk
  --head HEAD                     also the log's head, as /api/v1/log returns it
  --key KEY                       also that this key signed the head: its id (sha256:…) or the public key
  --head HEAD --old-head OLD      also that the log begins with all that an older head was signed for
    --proof PROOF                 by the response of /api/v1/log/consistency, where FILE is not the whole log
npm run verify -- --desk ADDRESS  what a desk shows to readers, with its log, which is fetched from there; also with
                                  FILE, --key and --old-head`;

const text = { type: "string" } as const;
const options = {
  head: text,
  "old-head": text,
  proof: text,
  key: text,
  origin: text,
  desk: text,
  part: { type: "boolean" },
} as const;

/** The parsed arguments of the command line. */
export type VerifyArguments = {
  files: string[];
  head?: string;
  oldHead?: string;
  proof?: string;
  key?: string;
  origin?: string;
  desk?: string;
  part: boolean;
};

/** Parses the arguments of the command line. Throws a CheckFailure that says how to use the command. */
export function parseArguments(args: string[]): VerifyArguments {
  const parsed = tryParse(args);
  if (!parsed) throw usage();
  const { values, positionals: files } = parsed;
  const { head, key, proof, "old-head": oldHead, part = false } = values;
  const desk = parseOrigin(values.desk, "--desk");
  const origin = parseOrigin(values.origin, "--origin");
  const hasHead = head !== undefined || desk !== undefined;
  const lonely = (proof && !oldHead) || ((oldHead || key) && !hasHead) || (head && desk);
  if (lonely || (files.length === 0 && !hasHead)) throw usage();
  return { files, head, oldHead, proof, key, origin, desk, part };
}

function tryParse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    return null;
  }
}

const usage = () => new CheckFailure("unreadable", USAGE);

function parseOrigin(value: string | undefined, option: string): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).origin;
  throw new CheckFailure("unreadable", `${option} ${value} is no address. Give one as https://desk.example.`);
}
