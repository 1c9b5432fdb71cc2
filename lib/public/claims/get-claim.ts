import { AppError } from "@/lib/errors";
import { query } from "@/lib/platform/db/query";
import { sql } from "@/lib/platform/db/sql";
import { parseFrozenDocument } from "@/lib/record/revision";
import { publishedStatus } from "@/lib/record/vocabulary";
import { lookupName } from "@/lib/text/normalize";
import type { PublicClaim } from "../projection/document";

/** Returns a public claim by its slug. Throws `not_found`. */
export async function getClaim(slug: string): Promise<PublicClaim> {
  const [row] = await query<{ document: PublicClaim }>(
    sql`SELECT document FROM public_claim WHERE slug = ${lookupName(slug)}`,
  );
  if (!row) throw new AppError("not_found", `There is no public claim ${slug}.`);
  return row.document;
}

/** Returns a claim as of one of its published revisions. Throws `not_found`. */
export async function getRevision(slug: string, number: number): Promise<PublicClaim> {
  const current = await getClaim(slug);
  const [row] = Number.isSafeInteger(number)
    ? await query<{ document: unknown; hash: string }>(
        sql`SELECT document, hash FROM revision WHERE claim_id = ${current.id} AND number = ${number}::bigint`,
      )
    : [];
  if (!row) throw new AppError("not_found", `The claim ${slug} has no revision ${number}.`);
  const { verdict, ...frozen } = parseFrozenDocument(row.document);
  return {
    ...current,
    ...frozen,
    status: publishedStatus(verdict),
    verdict: { ...verdict, hash: row.hash },
    updatedAt: verdict.publishedAt,
  };
}
