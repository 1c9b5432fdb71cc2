import type { Prisma } from "@/lib/platform/db/generated/client";
import type { PublicClaim, ShownClaim } from "@/lib/public/projection/document";
import type { projectionOf } from "@/lib/public/projection/write";
import { hashOf } from "@/lib/record/canonical-hash";

/** The columns of a row as they should be, and as they are stored. */
export type Columns = NonNullable<ReturnType<typeof projectionOf>>;
export type StoredRow = Prisma.PublicClaimGetPayload<{ include: { topicRows: true } }>;

// Compared as the one text that they make.
const RECORD = ["recordHead", "recordTail"];
const MARK = "https://desk.example";

/** The columns in which a row is not what it should be, as the database names them. */
export function differingColumns(expected: Columns, row: StoredRow): string[] {
  const plain = (Object.keys(expected) as Array<keyof Columns>).filter(
    (key) =>
      !RECORD.includes(key) && !isSame(key, expected[key], row[key], expected.document.verdict === null),
  );
  return [
    ...plain.map(inDatabase),
    ...(sameRecord(expected, row) ? [] : ["record"]),
    ...(hashOf(shownOf(expected.document)) === hashOf(row.shown) ? [] : ["shown"]),
  ];
}

/** Whether the rows of a claim's topics are not those of its row. */
export function differingTopics({ topics, ...expected }: Columns, rows: StoredRow["topicRows"]): boolean {
  const named = [...new Set(topics)].sort();
  const stored = rows.map(({ topic }) => topic).sort();
  if (named.join("\n") !== stored.join("\n")) return true;
  return rows.some(({ topic, claimId, ...columns }) =>
    Object.entries(columns).some(
      ([key, value]) => plainOf(expected[key as keyof typeof expected]) !== plainOf(value),
    ),
  );
}

function isSame(key: keyof Columns, expected: unknown, stored: unknown, open: boolean): boolean {
  // The languages of a claim that is not frozen have no order.
  if (key === "searchText" && open) return wordsOf(`${expected}`) === wordsOf(`${stored}`);
  return plainOf(expected) === plainOf(stored);
}

const wordsOf = (text: string) => text.split(/\s/).sort().join(" ");

/** A value of a column as text: instants alike whether they are dates or texts, objects whatever the order of their keys. */
function plainOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return [...value].map(String).sort().join("\n");
  return typeof value === "object" && value !== null ? hashOf(JSON.parse(JSON.stringify(value))) : `${value}`;
}

/** Whether two records are the same JSON, written as JSON.stringify writes it: no name stands twice in an object. */
function sameRecord(expected: Columns, row: StoredRow): boolean {
  const [should, is] = [expected, row].map(({ recordHead, recordTail }) => recordHead + MARK + recordTail);
  if (should === is) return true;
  try {
    const value = JSON.parse(is ?? "");
    return JSON.stringify(value) === is && hashOf(value) === hashOf(JSON.parse(should ?? ""));
  } catch {
    return false;
  }
}

/** What a row of the table shows of a document: what the database's function shown_row makes of it. */
function shownOf({ slug, status, updatedAt, claim, source, evidence }: PublicClaim): ShownClaim {
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

const inDatabase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
