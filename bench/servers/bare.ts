// A bare Node server over the benchmark's tables, with prepared statements and nothing else: the peer of the API.
import { createServer } from "node:http";
import { query } from "@/lib/platform/db/query";
import { sql } from "@/lib/platform/db/sql";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { listRecords } from "@/lib/public/claims/list";
import { queryRecord } from "@/lib/server/http/responses";
import { encodeUtf8 } from "@/lib/server/http/utf8";
import { fold } from "@/lib/text/fold";

/** Reads a page with the app's own query. */
async function list(params: URLSearchParams): Promise<Buffer> {
  const filter = claimQuerySchema.parse(queryRecord(params));
  const { rows, ...page } = await listRecords({ ...filter, search: null }, "http://localhost");
  return documentOf(rows, `,"page":${JSON.stringify(page)}`);
}

const searchStatement = (
  q: string,
) => sql`SELECT record_head || 'http://localhost' || record_tail AS record FROM public_claim
  WHERE search_text ILIKE ${`%${fold(q)}%`} ORDER BY updated_at DESC, claim_id DESC LIMIT 50`;

async function search(q: string): Promise<Buffer> {
  const rows = await query<{ record: string }>(searchStatement(q));
  return documentOf(
    rows.map(({ record }) => record),
    "",
  );
}

/** Encodes the document in pieces, as the app does. */
function documentOf(records: string[], rest: string): Buffer {
  return encodeUtf8([
    '{"data":[',
    ...records.map((record, n) => (n === 0 ? record : `,${record}`)),
    `]${rest}}`,
  ]);
}

createServer(async ({ url = "/" }, response) => {
  const { searchParams } = new URL(url, "http://localhost");
  const q = searchParams.get("q");
  try {
    const body = q === null ? await list(searchParams) : await search(q);
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}).listen(Number(process.env.PORT), "127.0.0.1");
