import { hashOf } from "./canonical-hash";
import { claimDocument } from "./format/document";
import type { VerdictDocument } from "./format/schema";
import type { ClaimRecord, RevisionDocument } from "./revision";
import { publishedStatus } from "./vocabulary";

/** Converts a frozen revision to its export element. `hash` is in hex, `origin` as in {@link claimDocument}. */
export function revisionDocument(
  { verdict, ...frozen }: RevisionDocument,
  hash: string,
  origin: string,
): VerdictDocument {
  const status = publishedStatus(verdict);
  return claimDocument({ ...frozen, status, verdict: { ...verdict, hash } }, origin) as VerdictDocument;
}

/**
 * Returns what a revision's hash covers: its export element without `url`, which depends on where the desk is hosted, and
 * without `verdict.hash` itself.
 */
export function hashedRecord<T extends { url: unknown; verdict: { hash: unknown } }>({
  url,
  verdict,
  ...rest
}: T) {
  const { hash, ...signed } = verdict;
  return { ...rest, verdict: signed };
}

/** The hash of a revision: the SHA-256 of its {@link hashedRecord} as canonical JSON (RFC 8785), in hex. */
export function recordHash(document: RevisionDocument): string {
  return hashOf(hashedRecord(revisionDocument(document, "", "")));
}

// Occurs in no URL, so that it marks where the origin belongs.
const ORIGIN = "\0";

/** Returns the claim document as JSON text in two halves, between which the desk's public URL is inserted. */
export function splitRecord(document: ClaimRecord): { recordHead: string; recordTail: string } {
  const record = JSON.stringify(claimDocument(document, ORIGIN));
  const placeholder = JSON.stringify(ORIGIN).slice(1, -1);
  const at = record.indexOf(placeholder);
  return { recordHead: record.slice(0, at), recordTail: record.slice(at + placeholder.length) };
}
