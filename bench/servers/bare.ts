// A bare Node server over the bench's tables, with prepared statements and nothing else: what the API is held against.
import { createServer } from "node:http";
import { Pool } from "pg";
import { READERS } from "@/lib/db/pool";
import type { ClaimQuery } from "@/lib/public/filters";
import { placeOf } from "@/lib/public/orders";
import { pageStatement } from "@/lib/public/page-sql";
import { totalOf } from "@/lib/public/totals";
import { fold } from "@/lib/text/fold";
import { utf8Of } from "@/lib/web/utf8";

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: READERS, onConnect: tune });
const names = new Map<string, string>();

async function tune(client: { query(text: string): Promise<unknown> }): Promise<void> {
  await client.query("SET random_page_cost = 1.1; SET jit = off");
}

function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
}

async function list(params: URLSearchParams): Promise<Buffer> {
  const many = (name: string) => params.get(name)?.split(",") ?? [];
  const query = {
    status: many("status"),
    topic: many("topic"),
    publisher: many("publisher"),
    claimant: many("claimant"),
    language: params.get("language") ?? undefined,
    from: params.get("from") ?? undefined,
    sort: params.get("sort") ?? "-updated",
    limit: 50,
    after: params.get("after") ?? undefined,
  } as Omit<ClaimQuery, "q">;
  const { text, values } = pageStatement({ ...query, search: null }, placeOf(query, "en"), "record");
  const { rows } = await pool.query({ name: nameOf(text), text, values });
  const page = { next: null, ...totalOf({ ...query, search: null }, rows[0].total) };
  return documentOf(rows.slice(0, 50), `,"page":${JSON.stringify(page)}`);
}

const SEARCH = `SELECT record_head, record_tail FROM public_claim
  WHERE search_text ILIKE $1 ORDER BY updated_at DESC, claim_id DESC LIMIT 50`;

async function search(q: string): Promise<Buffer> {
  const { rows } = await pool.query({ name: "search", text: SEARCH, values: [`%${fold(q)}%`] });
  return documentOf(rows, "");
}

type Row = { record_head: string; record_tail: string };

/** In pieces, as the app encodes it. */
function documentOf(rows: Row[], rest: string): Buffer {
  const records = rows.map(
    (row, n) => `${n === 0 ? "" : ","}${row.record_head}http://localhost${row.record_tail}`,
  );
  return utf8Of(['{"data":[', ...records, `]${rest}}`]);
}

createServer(async ({ url = "/" }, answer) => {
  const { searchParams } = new URL(url, "http://localhost");
  const q = searchParams.get("q");
  try {
    const body = q === null ? await list(searchParams) : await search(q);
    answer.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  } catch (error) {
    answer.writeHead(500).end(String(error));
  }
}).listen(Number(process.env.PORT), "127.0.0.1");
