import { createReadStream, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client, type Pool } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { applyMigrations } from "@/lib/platform/db/migrate";
import { deleteEmbedded, ensureEmbedded } from "@/lib/platform/embedded-postgres/ensure";
import { SEARCH_VERSION } from "@/lib/text/search/search-version";
import { progress, timed } from "./console";
import { claimants, corpusColumns, corpusRow, nameKey, topics } from "./corpus";

const BATCH = 20;
const CORES = 2;

/** The fastest settings for buildSettings each kind of index. */
const buildSettings = {
  btree: "SET maintenance_work_mem = '2MB'; SET max_parallel_maintenance_workers = 0",
  gin: "SET maintenance_work_mem = '64MB'; SET max_parallel_maintenance_workers = 1",
};

// The corpus can be generated again: durability is off.
const settings = {
  max_wal_size: "16GB",
  fsync: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  // The corpus is written once and analyzed afterwards.
  autovacuum: "off",
  checkpoint_timeout: "1h",
};

/**
 * Starts the benchmark's own PostgreSQL with the corpus. It is generated once and reused while the schema and the version of
 * the search columns are the same; an incomplete or older one is generated again.
 */
export async function openCorpus(
  dataDir: string,
  claims: number,
): Promise<{ url: string; stop(): Promise<void> }> {
  const database = await ensureEmbedded(dataDir, settings);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    const applied = await applyMigrations(database.url, path.resolve("prisma/migrations"));
    const existing = await countCorpus(client);
    if (existing === claims && applied.length === 0) return database;
    if (existing === null) {
      await fill(client, database.url, claims);
      return database;
    }
  } catch (error) {
    await database.stop();
    throw error;
  } finally {
    await client.end();
  }
  await database.stop();
  await deleteEmbedded(dataDir);
  return openCorpus(dataDir, claims);
}

/** The number of claims in the corpus; 0 if it is incomplete or of another search version, null if there is none. */
async function countCorpus(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ begun: boolean }>(
    "SELECT to_regclass('bench_corpus') IS NOT NULL AS begun",
  );
  if (!rows[0]?.begun) return null;
  const counted = await client.query<{ claims: number }>(
    "SELECT claims FROM bench_corpus WHERE search_version = $1",
    [SEARCH_VERSION],
  );
  return counted.rows[0]?.claims ?? 0;
}

async function fill(client: Client, url: string, claims: number): Promise<void> {
  const began = performance.now();
  await client.query("CREATE TABLE bench_corpus (claims integer NOT NULL, search_version integer NOT NULL)");
  await client.query("SET work_mem = '1GB'");
  await client.query(
    "TRUNCATE bench_corpus, public_claim, public_claim_topic, public_count, public_article, search_word",
  );
  // Only the projection has rows: the desk's own tables stay empty.
  await client.query("ALTER TABLE public_claim DROP CONSTRAINT IF EXISTS public_claim_claim_id_fkey");
  await client.query("ALTER TABLE public_claim DISABLE TRIGGER USER");
  await addNames(client);
  const indexes = await dropIndexes(client);
  const constraints = await dropConstraints(client);
  await timed("rows", () => copyRows(url, claims));
  await Promise.all([
    timed(`${indexes.length} indexes`, () => build(url, indexes)),
    timed("counts, topics and list of words", async () => {
      await client.query("CALL rebuild_public_counts()");
      await client.query("CALL rebuild_search_words()");
    }),
  ]);
  await timed("keys of the topics", async () => {
    for (const constraint of constraints) await client.query(constraint);
  });
  await client.query("ALTER TABLE public_claim ENABLE TRIGGER USER");
  await timed("statistics", () => client.query("VACUUM ANALYZE"));
  await client.query("INSERT INTO bench_corpus VALUES ($1, $2)", [claims, SEARCH_VERSION]);
  console.log(`  ${claims} claims made in ${Math.round((performance.now() - began) / 1000)} s`);
}

/** Inserts the claimants and topics whose names the filters show. */
async function addNames(client: Client): Promise<void> {
  for (const [table, names] of Object.entries({ claimant: claimants, topic: topics })) {
    const keys = names.map(({ en }) => nameKey(en));
    const texts = names.map(({ en, ar }) => JSON.stringify({ en: en.text, ar: ar.text }));
    await client.query(
      `INSERT INTO ${table} (id, key, names) SELECT key, key, names::jsonb FROM unnest($1::text[], $2::text[]) AS n (key, names)
        ON CONFLICT DO NOTHING`,
      [keys, texts],
    );
  }
}

/** Drops the indexes, which are faster to build over full tables, and returns the statements that create them. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid IN ('public_claim'::regclass, 'public_claim_topic'::regclass, 'public_count'::regclass) AND NOT indisprimary`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** As {@link dropIndexes}, for the constraints of the topic rows. */
async function dropConstraints(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = 'public_claim_topic'::regclass AND contype IN ('p', 'f') ORDER BY contype DESC`,
  );
  for (const { name } of rows) await client.query(`ALTER TABLE public_claim_topic DROP CONSTRAINT ${name}`);
  return rows.map(
    ({ name, definition }) => `ALTER TABLE public_claim_topic ADD CONSTRAINT ${name} ${definition}`,
  );
}

/** Generates the rows in this process and copies them over one connection per core, as the servers do most of the work. */
async function copyRows(url: string, claims: number): Promise<void> {
  const rows = batches(claims);
  const copier = async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const copy = client.query(copyFrom(`COPY public_claim (${corpusColumns}) FROM STDIN`));
    await pipeline(Readable.from(rows, { objectMode: true, highWaterMark: 4 }), copy);
    await client.end();
  };
  await Promise.all(Array.from({ length: CORES }, copier));
}

function* batches(claims: number): Generator<Buffer> {
  for (let from = 0; from < claims; from += BATCH) {
    // Encoded row by row: concatenating long strings of two scripts first is much slower.
    const rows: Buffer[] = [];
    for (let n = from; n < Math.min(from + BATCH, claims); n++) {
      rows.push(Buffer.from(`${corpusRow(n, claims).columns.map(copyText).join("\t")}\n`));
    }
    progress("rows", from, claims);
    yield Buffer.concat(rows);
  }
}

const UNSAFE = /[\\\n\r\t]/;

/** Encodes a value in the text format of COPY. */
function copyText(value: string | number | null): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  if (!UNSAFE.test(value)) return value;
  return value.replace(
    /[\\\n\r\t]/g,
    (sign) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" })[sign] ?? sign,
  );
}

async function build(url: string, definitions: string[]): Promise<void> {
  // The slowest first; those of topics and counts last, because their rows are being written meanwhile.
  const rank = (definition: string) =>
    definition.includes("USING gin") ? 0 : definition.includes(" ON public.public_claim ") ? 1 : 2;
  const waiting = [...definitions].sort((a, b) => rank(a) - rank(b));
  const builder = async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      progress("indexes", definitions.length - waiting.length, definitions.length);
      await client.query(next.includes("USING gin") ? buildSettings.gin : buildSettings.btree);
      await client.query(next);
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: CORES }, builder));
}

/**
 * Reads all files of the corpus into the system's file cache, as far as they fit, so that corpora of different sizes start
 * equally warm.
 */
export async function warmFileCache(dataDir: string): Promise<void> {
  const { home } = JSON.parse(readFileSync(path.join(dataDir, "database.json"), "utf8")) as { home: string };
  const entries = readdirSync(path.resolve(dataDir, home, "data/base"), {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = createReadStream(path.join(entry.parentPath, entry.name), { highWaterMark: 1 << 20 });
    await pipeline(file, new Writable({ write: (_chunk, _encoding, taken) => taken() }));
  }
}

/** Creates the trigram index that the bare server searches with. */
export async function createPeerIndex(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(buildSettings.gin);
  await client.query(
    "CREATE INDEX IF NOT EXISTS bench_search_text ON public_claim USING gin (search_text gin_trgm_ops)",
  );
  await client.end();
}

/** Runs a statement and returns its query plan as text (EXPLAIN ANALYZE). */
export async function explainQuery(
  pool: Pool,
  { text, values }: { text: string; values: unknown[] },
): Promise<string> {
  const { rows } = await pool.query<{ "QUERY PLAN": string }>({
    text: `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) ${text}`,
    values,
  });
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
