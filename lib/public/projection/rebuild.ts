import { query } from "@/lib/platform/db/query";
import { limitTo, sql } from "@/lib/platform/db/sql";
import { transaction } from "@/lib/platform/db/transaction";
import { SEARCH_VERSION } from "@/lib/text/search/search-version";
import { projectClaim } from "./write";

const BATCH = 100;
const TIMEOUT_MS = 10 * 60_000;

/**
 * Rewrites the rows of the projection that lack a column or have an old search version; returns how many.
 * Goes from the last claim to the first, so that an interrupted run leaves the first row outdated.
 */
export async function rebuildProjection(): Promise<number> {
  let written = 0;
  for (let before: string | null = null; ; ) {
    const rows: Array<{ id: string; outdated: boolean }> = await query(
      sql`SELECT claim_id AS id, NOT document ? 'format' OR record_tail = '' OR search_tokens = '{}' OR search_version < ${SEARCH_VERSION} OR strpos(search_text, E'\\n') = 0 AS outdated FROM public_claim
        WHERE ${before}::text IS NULL OR claim_id < ${before} ORDER BY claim_id DESC ${limitTo(BATCH)}`,
    );
    const outdatedRows = rows.filter(({ outdated }) => outdated);
    await transaction(async (tx) => {
      for (const { id } of outdatedRows) await projectClaim(tx, id);
    }, TIMEOUT_MS);
    written += outdatedRows.length;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return written;
    before = last.id;
  }
}
