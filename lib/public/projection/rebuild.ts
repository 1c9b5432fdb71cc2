import { query } from "@/lib/platform/db/query";
import { limitTo, sql } from "@/lib/platform/db/sql";
import { transaction } from "@/lib/platform/db/transaction";
import { SEARCH_VERSION } from "@/lib/text/search/version";
import { projectClaim } from "./write";

const BATCH = 100;
const LONGEST_MS = 10 * 60_000;

/**
 * Writes the rows of the projection anew that are from before what is kept of them today, and answers how many.
 * From the last claim to the first: while the first one lacks its own there is something left to do, however often
 * it was cut short.
 */
export async function writeRecords(): Promise<number> {
  let written = 0;
  for (let before: string | null = null; ; ) {
    const rows: Array<{ id: string; lacks: boolean }> = await query(
      sql`SELECT claim_id AS id, NOT document ? 'format' OR record_tail = '' OR search_tokens = '{}' OR search_version < ${SEARCH_VERSION} OR strpos(search_text, E'\\n') = 0 AS lacks FROM public_claim
        WHERE ${before}::text IS NULL OR claim_id < ${before} ORDER BY claim_id DESC ${limitTo(BATCH)}`,
    );
    const lacking = rows.filter(({ lacks }) => lacks);
    await transaction(async (tx) => {
      for (const { id } of lacking) await projectClaim(tx, id);
    }, LONGEST_MS);
    written += lacking.length;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return written;
    before = last.id;
  }
}
