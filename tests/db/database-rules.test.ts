import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance } from "@/lib/desk/claims/appearances";
import { createComment } from "@/lib/desk/comments/commands";
import { saveDraft } from "@/lib/desk/drafts/commands";
import { invitePerson } from "@/lib/desk/people/invitations";
import { createKey } from "@/lib/desk/people/keys";
import { proposeVerdict } from "@/lib/desk/verdicts/proposals";
import { env } from "@/lib/env";
import { getFeedAuthority } from "@/lib/exchange/feeds/feed-id";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { logKey, storePublicKey } from "@/lib/record/transparency-log/key";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

// The rules that stand in the migrations' own SQL, each tried by a statement of somebody who goes past the desk: what is
// refused, by which rule, and what is just allowed.

let editor: Context;
let claim: { id: string; slug: string };
let article: { id: string; slug: string };

beforeAll(async () => {
  const publisher = await somebody("publisher");
  editor = await somebody("editor");
  article = await anArticle(editor, { url: "https://example.org/a", publishedOn: "2025-04" });
  claim = await aClaim(editor, {
    articleId: article.id,
    claimedOn: "2025",
    newTopic: { en: "Cost" },
  });
  await someEvidence(editor, claim.id, { archiveUrl: "https://archive.example/1" });
  await published(editor, publisher, aVerdict(claim.id));
  await proposeVerdict(editor, aVerdict(claim.id, { kind: "correction", note: { en: "More." } }));
  await addAppearance(editor, {
    claimId: claim.id,
    url: "https://elsewhere.example/1",
    title: "Elsewhere",
    publisher: null,
    language: "en",
    publishedOn: "2025-05-01",
    change: {},
  });
  await createComment(editor, { claimId: claim.id, parentId: null, text: "A comment." });
  const person = editor.actor?.id ?? "";
  await saveDraft(editor, { person, key: "claim:1", content: { values: {} } });
  await createKey(editor, { name: "Nightly", scopes: ["desk:read"], days: 30 });
  await invitePerson(await somebody("admin"), { email: "waits@desk.example", role: "editor" });
  await storePublicKey(logKey(env()), new Date());
  await aClaim(editor);
  await getFeedAuthority("https://desk.example", new Date("2026-01-01"));
});

type Outcome = { rule: string; rows: number | null };

/** Runs statements and takes them back; the rule that refuses the last one, or how many rows it changed. */
async function tried(...statements: string[]): Promise<Outcome> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const last = statements.pop() ?? "";
    for (const statement of statements) await client.query(statement);
    return await client.query(last).then(
      ({ rowCount }) => ({ rule: "", rows: rowCount }),
      (error) => ({ rule: error.constraint ?? error.message, rows: 0 }),
    );
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

/** As {@link tried}, past the triggers of a table: only its constraints are left. */
const behindTriggers = (table: string, statement: string) =>
  tried(`ALTER TABLE ${table} DISABLE TRIGGER USER`, statement);

test("every trigger of the migrations is there, at its table, and in force", async () => {
  const { rows } = await pool().query<{ name: string; on: string; enabled: string }>(
    `SELECT tgname AS name, tgenabled AS enabled, relname AS on FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE NOT tgisinternal`,
  );
  expect(rows.filter(({ enabled }) => enabled !== "O")).toEqual([]);
  const found: Record<string, string[]> = {};
  for (const { on, name } of rows) found[on] = [...(found[on] ?? []), name].sort();
  expect(found).toEqual({
    api_key: ["api_key_texts", "api_key_texts_update"],
    appearance: [
      "appearance_addresses",
      "appearance_bump",
      "appearance_quote",
      "appearance_texts",
      "appearance_texts_update",
    ],
    article: ["article_addresses", "article_bump", "article_texts", "article_texts_update"],
    article_translation: [
      "article_translation_bump",
      "article_translation_texts",
      "article_translation_texts_update",
    ],
    article_version: [
      "article_version_append_only",
      "article_version_bump",
      "article_version_no_truncate",
      "article_version_texts",
    ],
    claim: ["claim_stage_since", "claim_texts", "claim_texts_update"],
    claim_translation: ["claim_translation_texts", "claim_translation_texts_update"],
    claimant: ["claimant_bump", "claimant_texts", "claimant_texts_update"],
    comment: ["comment_append_only", "comment_no_truncate", "comment_texts", "comment_texts_update"],
    event: ["event_append_only", "event_no_truncate", "event_tell"],
    evidence: ["evidence_addresses", "evidence_texts", "evidence_texts_update"],
    feed_authority: ["feed_authority_no_change", "feed_authority_no_truncate"],
    log_key: ["log_key_append_only", "log_key_no_truncate"],
    log_node: ["log_node_append_only", "log_node_no_truncate"],
    log_time: ["log_time_no_truncate", "log_time_rises"],
    notice: ["notice_tell"],
    person: ["person_texts", "person_texts_update"],
    presence: ["presence_tell"],
    proposal: ["proposal_append_only", "proposal_no_truncate", "proposal_texts", "proposal_texts_update"],
    public_claim: [
      "public_claim_bump",
      "public_claim_bump_truncate",
      "public_claim_bump_update",
      "public_claim_counts",
      "public_claim_counts_update",
      "public_claim_topics_insert",
      "public_claim_topics_update",
      "public_claim_words",
    ],
    public_count: ["public_article_delete", "public_article_insert"],
    revision: [
      "revision_append_only",
      "revision_bump",
      "revision_chain",
      "revision_content",
      "revision_log_index",
      "revision_no_truncate",
    ],
    topic: ["topic_bump", "topic_texts", "topic_texts_update"],
  });
});

describe("is append-only", () => {
  // A change that says the same as before is one, too.
  test.each([
    ["revision", "rating = rating"],
    ["event", "actor_name = actor_name"],
    ["article_version", "text = text"],
    ["log_node", "hash = hash"],
    ["log_key", "first_used_at = first_used_at"],
    ["comment", "text = text"],
    ["feed_authority", "host = host"],
  ])("%s: no row of it is changed or deleted", async (table, change) => {
    const { rows } = await pool().query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    expect(rows[0]?.count, "rows to be guarded").toBeGreaterThan(0);
    expect((await tried(`UPDATE ${table} SET ${change}`)).rule).toBe(
      `${table} is append-only: UPDATE refused`,
    );
    expect((await tried(`DELETE FROM ${table}`)).rule).toBe(`${table} is append-only: DELETE refused`);
  });

  test.each([
    "revision",
    "event",
    "article_version",
    "log_node",
    "log_key",
    "comment",
    "proposal",
    "log_time",
    "feed_authority",
  ])("%s: it is not emptied", async (table) => {
    expect((await tried(`TRUNCATE ${table} CASCADE`)).rule).toBe(`${table} is append-only: TRUNCATE refused`);
  });
});

describe("a proposal", () => {
  test.each([
    "claim_id = (SELECT id FROM claim WHERE id <> proposal.claim_id LIMIT 1)",
    "kind = 'retraction'",
    "rating = 'verified'",
    `summary = '{"en": "Other."}'`,
    `reasons = '{"en": "Other."}'`,
    `note = '{"en": "Other."}'`,
    "proposed_by_id = (SELECT id FROM person WHERE id <> proposal.proposed_by_id LIMIT 1)",
    "proposed_at = proposed_at - interval '1 second'",
    `content = content || '{"slug": "x"}'`,
    "content_hash = repeat('0', 64)",
    "sequence = sequence - 1",
  ])("is never changed: %s", async (change) => {
    expect((await tried(`UPDATE proposal SET ${change} WHERE state = 'open'`)).rule).toMatch(
      /append-only: UPDATE/,
    );
  });

  test.each(["open", "withdrawn", "returned"])("that is decided stays so: not %s", async (state) => {
    const change = `UPDATE proposal SET state = '${state}', decided_at = CASE WHEN '${state}' <> 'open' THEN now() END
      WHERE state = 'published'`;
    expect((await tried(change)).rule).toMatch(/append-only: UPDATE/);
  });

  test("is decided once it is open, and is deleted by nobody", async () => {
    const decide = "UPDATE proposal SET state = 'withdrawn', decided_at = now() WHERE state = 'open'";
    expect(await tried(decide)).toEqual({ rule: "", rows: 1 });
    expect((await tried("DELETE FROM proposal WHERE state = 'open'")).rule).toMatch(/append-only: DELETE/);
  });

  test("has a content", async () => {
    const columns =
      "claim_id, state, kind, rating, summary, reasons, note, proposed_by_id, proposed_at, decided_at";
    const insert = `INSERT INTO proposal (id, ${columns})
      SELECT 'x', claim_id, 'withdrawn', kind, rating, summary, reasons, note, proposed_by_id, proposed_at, now()
      FROM proposal WHERE state = 'open'`;
    expect((await tried(insert)).rule).toBe("proposal x has no content");
  });
});

describe("a quote", () => {
  const shifted = "quote_start = quote_start + 1, quote_end = quote_end + 1";
  test("stands where its place says, to the code point", async () => {
    const update = (change: string) =>
      tried(`UPDATE appearance SET ${change} WHERE position = 0 AND claim_id = '${claim.id}'`);
    expect((await update(shifted)).rule).toMatch(/the quote does not stand at/);
    expect((await update("quote_exact = upper(reverse(quote_exact))")).rule).toMatch(
      /the quote does not stand at/,
    );
    expect((await update("quote_start = quote_start - 1, quote_exact = 'ى' || quote_exact")).rule).toMatch(
      /does not stand/,
    );
    expect(await update("quote_prefix = quote_prefix")).toEqual({ rule: "", rows: 1 });
  });

  test("that does not is not brought in either", async () => {
    const insert = `INSERT INTO appearance (id, claim_id, position, article_version_id, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end, created_at)
      SELECT 'x', claim_id, 99, article_version_id, quote_exact, '', '', quote_start + 1, quote_end + 1, now()
      FROM appearance WHERE position = 0 LIMIT 1`;
    expect((await tried(insert)).rule).toMatch(/the quote does not stand at/);
  });
});

describe("the time of the log's heads", () => {
  test("goes on, and never back", async () => {
    const set = (time: string) =>
      tried(`UPDATE log_time SET signed_at = '2026-01-01Z'`, `UPDATE log_time SET signed_at = ${time}`);
    expect((await set("'2025-12-31T23:59:59.999Z'")).rule).toMatch(/does not go back/);
    expect(await set("'2026-01-01Z'")).toEqual({ rule: "", rows: 1 });
    expect(await set("'2026-01-01T00:00:00.001Z'")).toEqual({ rule: "", rows: 1 });
    expect((await tried("DELETE FROM log_time")).rule).toMatch(/does not go back/);
    expect((await tried("INSERT INTO log_time VALUES (2, now())")).rule).toBe("log_time_one_row");
  });
});

test("a desk has one authority in its feeds' ids", async () => {
  expect((await tried("INSERT INTO feed_authority VALUES (2, 'x.example', '2026-01-01')")).rule).toBe(
    "feed_authority_one_row",
  );
});

test("a claim's stage has the time of the change that led there, and no later one", async () => {
  const since = async (...changes: string[]) => {
    const client = await pool().connect();
    try {
      await client.query("BEGIN");
      for (const change of changes)
        await client.query(`UPDATE claim SET ${change} WHERE id = $1`, [claim.id]);
      const { rows } = await client.query<{ at: string }>(
        "SELECT to_char(stage_since AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS at FROM claim WHERE id = $1",
        [claim.id],
      );
      return rows[0]?.at;
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  };
  const moved = "stage = 'in_review', updated_at = '2031-01-01Z'";
  expect(await since(moved)).toBe("2031-01-01");
  expect(await since(moved, "stage = 'in_review', updated_at = '2032-01-01Z'")).toBe("2031-01-01");
  expect(await since(moved, "text = 'Other.', updated_at = '2032-01-01Z'")).toBe("2031-01-01");
  const made = await db().claim.findUniqueOrThrow({
    where: { id: (await aClaim({ ...editor, now: () => new Date("2030-01-01Z") })).id },
  });
  expect(made.stageSince).toEqual(new Date("2030-01-01Z"));
});

describe("no row breaks its constraint:", () => {
  // The table, a change that its constraint refuses, one that it just allows, and the constraint's name.
  test.each([
    ["article", "title = ' '", "title = '.'", "article_titled"],
    ["article", "publisher = ''", "publisher = '.'", "article_titled"],
    ["article", "published_on = '2025-4'", "published_on = '2025-04'", "article_published_on"],
    ["article", "published_on = '2025-04-12T00'", "published_on = '2025-04-12'", "article_published_on"],
    ["article", "published_on = 'in 2025'", "published_on = NULL", "article_published_on"],
    ["article_version", "text = ' '", "text = 'x'", "article_version_text"],
    ["article_version", "number = 0", "number = number + 1", "article_version_text"],
    ["claim", "text = ' '", "text = '.'", "claim_text"],
    ["claim", "claimed_on = '25'", "claimed_on = '2025'", "claim_claimed_on"],
    ["claim", "claimed_on = '2025-04-1'", "claimed_on = '2025-04-01'", "claim_claimed_on"],
    ["claim", "due_on = '2025-04'", "due_on = '2025-04-01'", "claim_due_on"],
    ["claim_translation", "text = ' '", "text = '.'", "claim_translation_text"],
    ["claimant", "names = '{}'", `names = '{"en": "X"}'`, "claimant_named"],
    ["topic", "names = '{}'", `names = '{"en": "X"}'`, "topic_named"],
    ["evidence", "title = ' '", "title = '.'", "evidence_titled"],
    ["evidence", "publisher = ' '", "publisher = '.'", "evidence_titled"],
    ["evidence", "published_on = '2025-04-'", "published_on = '2025-04'", "evidence_published_on"],
    ["evidence", "accessed_on = '2025-04'", "accessed_on = '2025-04-12'", "evidence_accessed_on"],
    ["evidence", "accessed_on = '2025-04-12Z'", "accessed_on = '2025-04-12'", "evidence_accessed_on"],
    ["evidence", "url = NULL", "kind = 'document', url = NULL", "evidence_web"],
    ["evidence", "publisher = NULL", "kind = 'data', publisher = NULL", "evidence_web"],
    [
      "evidence",
      "kind = 'protected_source', url = NULL, archive_url = NULL",
      `kind = 'protected_source', url = NULL, archive_url = NULL, protection = '{"en": "Afraid."}'`,
      "evidence_protected",
    ],
    [
      "evidence",
      `kind = 'protected_source', archive_url = NULL, protection = '{"en": "Afraid."}'`,
      `kind = 'interview', archive_url = NULL, protection = '{"en": "Afraid."}'`,
      "evidence_protected",
    ],
    [
      "evidence",
      `kind = 'protected_source', url = NULL, protection = '{"en": "Afraid."}'`,
      `kind = 'interview', url = NULL, protection = '{"en": "Afraid."}'`,
      "evidence_protected",
    ],
    ["evidence", "protection = '[]'", "protection = '{}'", "evidence_protection"],
    ["appearance WHERE position > 0", "url = NULL", "title = NULL", "appearance_place"],
    ["appearance WHERE position > 0", "position = -1", "position = 7", "appearance_position"],
    [
      "appearance WHERE position > 0",
      "published_on = '2025-5'",
      "published_on = '2025'",
      "appearance_published_on",
    ],
    ["appearance WHERE position = 0", "quote_prefix = NULL", "quote_prefix = ''", "appearance_quote_whole"],
    [
      "appearance WHERE position = 0",
      "quote_end = quote_end + 1",
      "quote_suffix = ''",
      "appearance_quote_span",
    ],
    [
      "appearance WHERE position = 0",
      "quote_start = -1, quote_end = char_length(quote_exact) - 1",
      "quote_start = 0, quote_end = char_length(quote_exact)",
      "appearance_quote_span",
    ],
    [
      "appearance WHERE position = 0",
      "quote_exact = '', quote_end = quote_start",
      "quote_exact = left(quote_exact, 1), quote_end = quote_start + 1",
      "appearance_quote_span",
    ],
    [
      "appearance WHERE position = 0",
      "quote_exact = NULL, quote_prefix = NULL, quote_suffix = NULL, quote_start = NULL, quote_end = NULL",
      "quote_prefix = 'x'",
      "appearance_article_quoted",
    ],
    ["proposal", "summary = '{}'", `summary = '{"en": "S"}'`, "proposal_words"],
    ["proposal", "reasons = '{}'", `reasons = '{"en": "R"}'`, "proposal_words"],
    ["proposal WHERE kind = 'correction'", "note = '{}'", `note = '{"en": "N"}'`, "proposal_note"],
    [
      "proposal WHERE state = 'open'",
      "decided_at = now()",
      "state = 'returned', decided_at = now()",
      "proposal_decided",
    ],
    ["proposal WHERE state = 'published'", "decided_at = NULL", "version = version + 1", "proposal_decided"],
    [
      "proposal",
      "sequence = NULL",
      "content = NULL, content_hash = NULL, sequence = NULL",
      "proposal_content",
    ],
    ["proposal", "content_hash = repeat('g', 64)", "content_hash = repeat('f', 64)", "proposal_content_hash"],
    ["proposal", "content_hash = repeat('f', 63)", "content_hash = repeat('0', 64)", "proposal_content_hash"],
    ["revision", "kind = 'correction'", "kind = 'publication'", "revision_first"],
    ["revision", "number = 2", "number = 1", "revision_first"],
    ["revision", "previous_hash = repeat('0', 64)", "previous_hash = NULL", "revision_first"],
    ["revision", "hash = repeat('0', 65)", "hash = repeat('0', 64)", "revision_hashes"],
    ["revision", "document_hash = repeat('F', 64)", "document_hash = repeat('f', 64)", "revision_hashes"],
    ["log_node", "level = -1", "level = 0", "log_node_place"],
    ["log_node", "index = -1", "index = 0", "log_node_place"],
    ["log_node", "hash = 'x'", "hash = repeat('0', 64)", "log_node_hash"],
    ["log_key", "public_key = repeat('0', 62)", "public_key = repeat('0', 64)", "log_key_ed25519"],
    ["draft", `"values" = '[]'`, `"values" = '{}'`, "draft_values"],
    ["comment", "text = ' '", "text = '.'", "comment_text"],
    ["person", "name = ' '", "name = '.'", "person_named"],
    [
      "person WHERE role = 'admin'",
      "email = 'Rim@desk.example'",
      "email = 'rim@desk.example'",
      "person_named",
    ],
    ["person WHERE role = 'admin'", "email = '@desk.example'", "email = 'r@d'", "person_named"],
    ["person WHERE role = 'admin'", "email = 'rim@'", "email = 'rim@d'", "person_named"],
    ["invitation", "email = 'Rim@desk.example'", "email = 'rim@desk.example'", "invitation_email"],
    ["invitation", "email = 'rim'", "email = 'r@d'", "invitation_email"],
    ["invitation", "accepted_at = now(), revoked_at = now()", "accepted_at = now()", "invitation_ended"],
    ["api_key", "scopes = '{}'", "scopes = '{desk:read}'", "api_key_scoped"],
    ["api_key", "expires_at = created_at", "expires_at = created_at + interval '1 second'", "api_key_scoped"],
    ["public_version", "id = 2", "id = 1", "public_version_one"],
  ])("%s: %s", async (place, refused, allowed, constraint) => {
    const [table = "", ...where] = place.split(" ");
    const update = (change: string) =>
      behindTriggers(table, `UPDATE ${table} SET ${change} ${where.join(" ")}`);
    expect((await update(refused)).rule).toBe(constraint);
    const outcome = await update(allowed);
    expect(outcome.rule).toBe("");
    expect(outcome.rows).toBeGreaterThan(0);
  });

  test("one invitation waits for an email, others may have ended", async () => {
    const insert = (ended: string) =>
      tried(
        `INSERT INTO invitation (id, email, role, token_hash, invited_by_id, created_at, expires_at, revoked_at)
         SELECT 'x', email, role, 'x', invited_by_id, created_at, expires_at, ${ended} FROM invitation LIMIT 1`,
      );
    expect((await insert("NULL")).rule).toBe("invitation_one_open");
    expect(await insert("now()")).toEqual({ rule: "", rows: 1 });
  });
});

test("the constraints of the migrations are all there", async () => {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    "api_key_scoped",
    "appearance_article_quoted",
    "appearance_place",
    "appearance_position",
    "appearance_published_on",
    "appearance_quote_span",
    "appearance_quote_whole",
    "appearance_url",
    "article_archive_url",
    "article_published_on",
    "article_titled",
    "article_url",
    "article_version_text",
    "claim_claimed_on",
    "claim_due_on",
    "claim_text",
    "claim_translation_text",
    "claimant_named",
    "comment_text",
    "draft_values",
    "evidence_accessed_on",
    "evidence_archive_url",
    "evidence_protected",
    "evidence_protection",
    "evidence_published_on",
    "evidence_titled",
    "evidence_url",
    "evidence_web",
    "feed_authority_one_row",
    "invitation_email",
    "invitation_ended",
    "log_key_ed25519",
    "log_node_hash",
    "log_node_place",
    "log_time_one_row",
    "person_named",
    "proposal_content",
    "proposal_content_hash",
    "proposal_decided",
    "proposal_note",
    "proposal_words",
    "public_claim_published_order_check",
    "public_version_one",
    "revision_first",
    "revision_hashes",
    "topic_named",
  ]);
});
