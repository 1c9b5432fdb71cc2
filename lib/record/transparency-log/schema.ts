import { z } from "zod";
import { verdictDocumentSchema } from "@/lib/record/format/schema";

/** A SHA-256 hash in the notation of documents. */
export const hashSchema = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, "Give a hash as sha256: and 64 hexadecimal digits.");
const base64 = z.base64();
const count = z.number().int().nonnegative();
const treeSize = count.describe("How many publications the tree holds: its leaves");
const path = z.array(hashSchema).describe("Hashes of nodes, from the leaves up");

const key = z.strictObject({
  keyId: hashSchema.describe("SHA-256 of the public key's 32 bytes"),
  publicKey: base64.describe("Ed25519 public key, 32 bytes in base64"),
  firstUsedAt: z.iso.datetime({ precision: 3 }),
});

/** The signed head of the log. Store it to check later that nothing in the log was changed. */
export const signedHeadSchema = z.strictObject({
  treeSize,
  timestamp: count.describe("When the head was signed: milliseconds since 1970-01-01T00:00Z"),
  rootHash: hashSchema.describe("Root of the Merkle tree (RFC 9162, 2.1.1, SHA-256)"),
  signature: base64.describe("Ed25519 over TreeHeadDataV2 of RFC 9162 (4.10) without extensions, base64"),
  keyId: hashSchema.describe("SHA-256 of the public key that the signature is by"),
  publicKey: base64.describe("That public key, 32 bytes in base64"),
  keys: z.array(key).describe("All public keys that ever signed a head of this log, oldest first"),
});
export type SignedHead = z.infer<typeof signedHeadSchema>;

/** A proof that a publication is in the tree of a given size. */
export const inclusionSchema = z.strictObject({
  treeSize,
  leafIndex: count,
  leaf: hashSchema.describe(
    "Hash of the leaf, whose input is { claim, revision, hash, documentHash } as RFC 8785 JSON",
  ),
  documentHash: hashSchema.describe("SHA-256 of the whole frozen document, as the leaf names it"),
  path: path.describe("Inclusion proof (RFC 9162, 2.1.3), from the leaves up"),
});
export type Inclusion = z.infer<typeof inclusionSchema>;

/** A proof that one tree extends another. */
export const consistencySchema = z.strictObject({
  first: treeSize,
  second: treeSize,
  path: path.describe("Consistency proof (RFC 9162, 2.1.4)"),
});
export type Consistency = z.infer<typeof consistencySchema>;

/** A publication in the log, with everything needed to compute the hash of its leaf. */
export const logEntrySchema = z.strictObject({
  index: count.describe("Position in the log, from 0, in the order of publication"),
  leaf: hashSchema.describe(
    "Hash of the leaf, whose input is { claim, revision, hash, documentHash } as RFC 8785 JSON",
  ),
  record: verdictDocumentSchema.describe(
    "The revision as exports show it; its id, revision and hash are the leaf's",
  ),
  documentHash: hashSchema.describe("SHA-256 of the whole frozen document as RFC 8785 JSON"),
});
export type LogEntry = z.infer<typeof logEntrySchema>;

/** A part of the log. */
export const logEntriesSchema = z.strictObject({ treeSize, entries: z.array(logEntrySchema) });

const number = z
  .string()
  .regex(/^\d{1,9}$/, "Give a whole number, 0 or more.")
  .transform(Number);

/** The maximum number of entries in one response. */
export const MAX_LOG_ENTRIES = 1000;

/** The query parameters of an inclusion proof. */
export const inclusionQuerySchema = z.strictObject({
  hash: hashSchema.describe("The hash of a verdict, as an export names it"),
  size: number.optional().describe("The tree to prove it for; the newest without it"),
});

/** The query parameters of a consistency proof. */
export const consistencyQuerySchema = z.strictObject({
  first: number.describe("Size of the older tree"),
  second: number.optional().describe("Size of the newer tree; the newest without it"),
});

/** The query parameters of a range of entries. */
export const entriesQuerySchema = z
  .strictObject({
    start: number.default(0).describe("Index of the first entry"),
    end: number.optional().describe(`Index of the last entry; at most ${MAX_LOG_ENTRIES} are returned`),
  })
  .refine(({ start, end }) => end === undefined || end >= start, {
    path: ["end"],
    error: "The end comes before the start.",
  })
  .transform(({ start, end }) => ({
    start,
    end: Math.min(end ?? Number.MAX_SAFE_INTEGER, start + MAX_LOG_ENTRIES - 1),
  }));
export type EntriesQuery = z.infer<typeof entriesQuerySchema>;
