import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ClaimSummary, PublicClaim } from "@/lib/public/projection/document";
import type { projectionOf } from "@/lib/public/projection/write";
import { hashOf } from "@/lib/record/canonical-hash";

/** The expected columns of a row of the readers' table. */
export type ExpectedColumns = NonNullable<ReturnType<typeof projectionOf>>;
/** A stored row of the readers' table, with its topic rows. */
export type StoredRow = Prisma.PublicClaimGetPayload<{ include: { topicRows: true } }>;

// Compared as one concatenated text.
const RECORD = ["recordHead", "recordTail"];
const MARK = "https://desk.example";

/** The names of the columns (in the database) in which a row differs from the expected one. */
export function findDifferingColumns(expected: ExpectedColumns, row: StoredRow): string[] {
  const plain = (Object.keys(expected) as Array<keyof ExpectedColumns>).filter(
    (key) =>
      !RECORD.includes(key) && !isSame(key, expected[key], row[key], expected.document.verdict === null),
  );
  return [
    ...plain.map(columnName),
    ...(sameRecord(expected, row) ? [] : ["record"]),
    ...(hashOf(summaryOf(expected.document)) === hashOf(row.shown) ? [] : ["shown"]),
  ];
}

/** Whether a claim's topic rows differ from its expected row. */
export function hasDifferingTopics(
  { topics, ...expected }: ExpectedColumns,
  rows: StoredRow["topicRows"],
): boolean {
  const expectedTopics = [...new Set(topics)].sort();
  const stored = rows.map(({ topic }) => topic).sort();
  if (expectedTopics.join("\n") !== stored.join("\n")) return true;
  return rows.some(({ topic, claimId, ...columns }) =>
    Object.entries(columns).some(
      ([key, value]) => plainOf(expected[key as keyof typeof expected]) !== plainOf(value),
    ),
  );
}

function isSame(key: keyof ExpectedColumns, expected: unknown, stored: unknown, open: boolean): boolean {
  // Before the first revision, the languages of a claim have no order.
  if (key === "searchText" && open) return wordsOf(`${expected}`) === wordsOf(`${stored}`);
  return plainOf(expected) === plainOf(stored);
}

const wordsOf = (text: string) => text.split(/\s/).sort().join(" ");

/** A column's value as comparable text: dates as ISO 8601, objects independent of key order. */
function plainOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return [...value].map(String).sort().join("\n");
  return typeof value === "object" && value !== null ? hashOf(JSON.parse(JSON.stringify(value))) : `${value}`;
}

/** Whether two records are the same JSON in the form of `JSON.stringify`, so without duplicate keys. */
function sameRecord(expected: ExpectedColumns, row: StoredRow): boolean {
  const [expectedText, storedText] = [expected, row].map(
    ({ recordHead, recordTail }) => recordHead + MARK + recordTail,
  );
  if (expectedText === storedText) return true;
  try {
    const value = JSON.parse(storedText ?? "");
    return JSON.stringify(value) === storedText && hashOf(value) === hashOf(JSON.parse(expectedText ?? ""));
  } catch {
    return false;
  }
}

/** The summary of a document in the claim table; must match the database function `shown_row`. */
function summaryOf({ slug, status, updatedAt, claim, source, evidence }: PublicClaim): ClaimSummary {
  const { text, language, claimant } = claim;
  return {
    slug,
    status,
    updatedAt,
    claim: { text, language, claimant },
    source: source && { publisher: source.publisher, language: source.language },
    evidenceCount: evidence.length,
  };
}

const columnName = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
