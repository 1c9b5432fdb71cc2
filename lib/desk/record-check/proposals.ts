import { setTimeout as delay } from "node:timers/promises";
import type { ClientBase } from "pg";
import { hashOf } from "@/lib/record/canonical-hash";
import type { Findings } from "./findings";

const BATCH = 100;

type StoredProposal = {
  id: string;
  content: { verdict?: unknown };
  content_hash: string;
  words: unknown;
  event: { id?: string; content?: string } | null;
};

/** Checks each proposal against its event in the audit log. Returns the number of proposals. */
export async function checkProposals(
  client: ClientBase,
  findings: Findings,
  pauseMs: number,
): Promise<number> {
  let [after, count] = ["", 0];
  for (;;) {
    const { rows } = await client.query<StoredProposal>(
      `SELECT p.id, p.content, p.content_hash, e.change -> 'to' AS event, jsonb_build_object('kind', p.kind,
         'rating', p.rating, 'summary', p.summary, 'reasons', p.reasons, 'note', p.note) AS words
         FROM proposal AS p LEFT JOIN event AS e ON e.sequence = p.sequence
        WHERE p.id > $1 AND p.content IS NOT NULL ORDER BY p.id LIMIT ${BATCH}`,
      [after],
    );
    for (const row of rows) {
      const fields = differing(row);
      if (fields.length > 0) findings.add("proposal", row.id, fields);
    }
    count += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < BATCH) return count;
    await delay(pauseMs);
  }
}

function differing({ id, content, content_hash: hash, words, event }: StoredProposal): string[] {
  return [
    ...(hashOf(content) === hash ? [] : ["content"]),
    ...(hashOf(content.verdict ?? null) === hashOf(words) ? [] : ["verdict"]),
    ...(event?.content === `sha256:${hash}` && event.id === id ? [] : ["event"]),
  ];
}

/** Checks that every publication in the audit log has its revision. */
export async function checkPublished(client: ClientBase, findings: Findings, pauseMs: number): Promise<void> {
  for (let after = "0"; ; ) {
    const { rows } = await client.query<{ sequence: string; claim: string; number: string; found: boolean }>(
      `SELECT e.sequence::text, e.entity_id AS claim, e.change -> 'to' ->> 'revision' AS number, r.id IS NOT NULL AS found
         FROM event AS e LEFT JOIN revision AS r
           ON r.hash = e.change -> 'to' ->> 'hash' AND r.claim_id = e.entity_id
        WHERE e.action = 'verdict.publish' AND e.sequence > $1 ORDER BY e.sequence LIMIT ${BATCH}`,
      [after],
    );
    for (const { claim, number, found } of rows) if (!found) findings.add("published", `${claim}, ${number}`);
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.sequence ?? after;
    await delay(pauseMs);
  }
}
