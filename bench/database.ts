import { createReadStream, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client, type Pool } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { applyMigrations } from "@/lib/platform/db/migrate";
import { ensureEmbedded, removeEmbedded } from "@/lib/platform/embedded-postgres/ensure";
import { SEARCH_VERSION } from "@/lib/text/search/version";
import { claimants, corpusColumns, corpusRow, keyOf, topics } from "./corpus";
import { progress, said } from "./print";

const BATCH = 20;
const CORES = 2;

/** How each kind of index is built fastest: sorting what fits into a core's own memory, and a GIN index by two processes. */
const building = {
  btree: "SET maintenance_work_mem = '2MB'; SET max_parallel_maintenance_workers = 0",
  gin: "SET maintenance_work_mem = '64MB'; SET max_parallel_maintenance_workers = 1",
};

// What is made from a seed can be made again: nothing here needs to survive a power cut.
const settings = {
  max_wal_size: "16GB",
  fsync: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  // The corpus is copied once, and looked through when it is there.
  autovacuum: "off",
  checkpoint_timeout: "1h",
};

/**
 * A PostgreSQL of the bench's own with the corpus in it: made once, found again by later runs while the schema and the
 * form of the search columns are the same. One that was cut short, or is older than the schema, is made anew.
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
    const made = await claimsMade(client);
    if (made === claims && applied.length === 0) return database;
    if (made === null) {
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
  await removeEmbedded(dataDir);
  return openCorpus(dataDir, claims);
}

/** How many claims the corpus has; 0 for one that is not finished or of another form, null where none was begun. */
async function claimsMade(client: Client): Promise<number | null> {
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
  // The rows stand for themselves: the desk's own tables have no claims behind them.
  await client.query("ALTER TABLE public_claim DROP CONSTRAINT IF EXISTS public_claim_claim_id_fkey");
  await client.query("ALTER TABLE public_claim DISABLE TRIGGER USER");
  await addNames(client);
  const indexes = await dropIndexes(client);
  const constraints = await dropConstraints(client);
  await said("rows", () => copyRows(url, claims));
  await Promise.all([
    said(`${indexes.length} indexes`, () => build(url, indexes)),
    said("counts, topics and list of words", async () => {
      await client.query("CALL rebuild_public_counts()");
      await client.query("CALL rebuild_search_words()");
    }),
  ]);
  await said("keys of the topics", async () => {
    for (const constraint of constraints) await client.query(constraint);
  });
  await client.query("ALTER TABLE public_claim ENABLE TRIGGER USER");
  await said("statistics", () => client.query("VACUUM ANALYZE"));
  await client.query("INSERT INTO bench_corpus VALUES ($1, $2)", [claims, SEARCH_VERSION]);
  console.log(`  ${claims} claims made in ${Math.round((performance.now() - began) / 1000)} s`);
}

/** The claimants and topics whose names the filters show. */
async function addNames(client: Client): Promise<void> {
  for (const [table, names] of Object.entries({ claimant: claimants, topic: topics })) {
    const keys = names.map(({ en }) => keyOf(en));
    const texts = names.map(({ en, ar }) => JSON.stringify({ en: en.text, ar: ar.text }));
    await client.query(
      `INSERT INTO ${table} (id, key, names) SELECT key, key, names::jsonb FROM unnest($1::text[], $2::text[]) AS n (key, names)
        ON CONFLICT DO NOTHING`,
      [keys, texts],
    );
  }
}

/** Drops what is faster to build over whole tables, and answers how to make it again. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid IN ('public_claim'::regclass, 'public_claim_topic'::regclass, 'public_count'::regclass) AND NOT indisprimary`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** As {@link dropIndexes}: checking each row of a topic for its claim takes longer than all of them at the end. */
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

/** One program makes the rows, and gives them to as many servers as there are cores: they have the most to do. */
async function copyRows(url: string, claims: number): Promise<void> {
  const made = batches(claims);
  const copier = async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const copy = client.query(copyFrom(`COPY public_claim (${corpusColumns}) FROM STDIN`));
    await pipeline(Readable.from(made, { objectMode: true, highWaterMark: 4 }), copy);
    await client.end();
  };
  await Promise.all(Array.from({ length: CORES }, copier));
}

function* batches(claims: number): Generator<Buffer> {
  for (let from = 0; from < claims; from += BATCH) {
    // Each row by itself: to put long texts of two scripts together first takes eight times as long.
    const rows: Buffer[] = [];
    for (let n = from; n < Math.min(from + BATCH, claims); n++) {
      rows.push(Buffer.from(`${corpusRow(n, claims).columns.map(copyText).join("\t")}\n`));
    }
    progress("rows", from, claims);
    yield Buffer.concat(rows);
  }
}

const UNSAFE = /[\\\n\r\t]/;

/** As COPY reads it in its text format. */
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
  // The longest first; those of the topics and counts last, whose rows are written meanwhile.
  const rank = (definition: string) =>
    definition.includes("USING gin") ? 0 : definition.includes(" ON public.public_claim ") ? 1 : 2;
  const waiting = [...definitions].sort((a, b) => rank(a) - rank(b));
  const builder = async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      progress("indexes", definitions.length - waiting.length, definitions.length);
      await client.query(next.includes("USING gin") ? building.gin : building.btree);
      await client.query(next);
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: CORES }, builder));
}

/**
 * Reads all files of the corpus, so that the system has them in memory as far as they fit: a small corpus is there anyway,
 * and the system may have given back what was not used for some minutes.
 */
export async function readFiles(dataDir: string): Promise<void> {
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

/** The index that a server without a list of words needs; made for the one that is compared, after the corpus. */
export async function indexForPeer(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(building.gin);
  await client.query(
    "CREATE INDEX IF NOT EXISTS bench_search_text ON public_claim USING gin (search_text gin_trgm_ops)",
  );
  await client.end();
}

/** A plan as text, as it ran. */
export async function planOf(
  pool: Pool,
  { text, values }: { text: string; values: unknown[] },
): Promise<string> {
  const { rows } = await pool.query<{ "QUERY PLAN": string }>({
    text: `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) ${text}`,
    values,
  });
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
