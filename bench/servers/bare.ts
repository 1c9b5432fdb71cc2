// A bare Node server over the bench's tables, with prepared statements and nothing else: what the API is held against.
import { createServer } from "node:http";
import { query } from "@/lib/platform/db/query";
import { sql } from "@/lib/platform/db/sql";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { listRecords } from "@/lib/public/claims/list";
import { queryRecord } from "@/lib/server/http/answers";
import { utf8Of } from "@/lib/server/http/utf8";
import { fold } from "@/lib/text/fold";

/** A page as the app reads it, and nothing around it. */
async function list(params: URLSearchParams): Promise<Buffer> {
  const asked = claimQuerySchema.parse(queryRecord(params));
  const { rows, ...page } = await listRecords({ ...asked, search: null }, "http://localhost");
  return documentOf(rows, `,"page":${JSON.stringify(page)}`);
}

const searched = (
  q: string,
) => sql`SELECT record_head || 'http://localhost' || record_tail AS record FROM public_claim
  WHERE search_text ILIKE ${`%${fold(q)}%`} ORDER BY updated_at DESC, claim_id DESC LIMIT 50`;

async function search(q: string): Promise<Buffer> {
  const rows = await query<{ record: string }>(searched(q));
  return documentOf(
    rows.map(({ record }) => record),
    "",
  );
}

/** In pieces, as the app encodes it. */
function documentOf(records: string[], rest: string): Buffer {
  return utf8Of(['{"data":[', ...records.map((record, n) => (n === 0 ? record : `,${record}`)), `]${rest}}`]);
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
