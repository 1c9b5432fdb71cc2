import { hashOf } from "./canonical-hash";
import { claimDocument } from "./format/document";
import type { VerdictDocument } from "./format/schema";
import type { ClaimRecord, RevisionDocument } from "./revision";
import { publishedStatus } from "./vocabulary";

/** The revision as exports show it; `hash` in hex, `origin` as {@link claimDocument} takes it. */
export function revisionDocument(
  { verdict, ...frozen }: RevisionDocument,
  hash: string,
  origin: string,
): VerdictDocument {
  const status = publishedStatus(verdict);
  return claimDocument({ ...frozen, status, verdict: { ...verdict, hash } }, origin) as VerdictDocument;
}

/**
 * What a revision's hash is made of: its element of an export without `url`, which depends on where the desk stands,
 * and without `verdict.hash` itself. Everything else in the element counts, whatever it is.
 */
export function recordOf<T extends { url: unknown; verdict: { hash: unknown } }>({
  url,
  verdict,
  ...rest
}: T) {
  const { hash, ...signed } = verdict;
  return { ...rest, verdict: signed };
}

/** SHA-256, in hex, of a revision's record as canonical JSON (RFC 8785). */
export function recordHash(document: RevisionDocument): string {
  return hashOf(recordOf(revisionDocument(document, "", "")));
}

// Stands in no address, and before every text of the record.
const ORIGIN = "\0";

/** A claim as programs get it as JSON text, in two halves: the desk's public address stands between them. */
export function recordHalves(document: ClaimRecord): { recordHead: string; recordTail: string } {
  const record = JSON.stringify(claimDocument(document, ORIGIN));
  const written = JSON.stringify(ORIGIN).slice(1, -1);
  const at = record.indexOf(written);
  return { recordHead: record.slice(0, at), recordTail: record.slice(at + written.length) };
}
