import { Pool } from "pg";
import { READERS } from "@/lib/db/pool";
import { claimQuerySchema } from "@/lib/public/filters";
import { placeOf } from "@/lib/public/orders";
import { pageStatement } from "@/lib/public/page-sql";
import type { PublicClaim } from "@/lib/public/schema";

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: READERS });

type Row = { id: string | null; total: number; document: PublicClaim };

/** The table of claims and nothing else: Next, React and the same query. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const query = claimQuerySchema.parse(await searchParams);
  const { rows } = await pool.query<Row>(
    pageStatement({ ...query, search: null }, placeOf(query, "en"), "document"),
  );
  return (
    <main>
      <p>{rows[0]?.total}</p>
      <table>
        <tbody>
          {rows
            .filter(({ id }) => id !== null)
            .slice(0, 50)
            .map(({ document: { slug, status, claim, source, evidence, updatedAt } }) => (
              <tr key={slug}>
                <td>
                  <a href={`/claims/${slug}`}>{claim.text.en}</a>
                </td>
                <td>{claim.claimant?.names.en}</td>
                <td>{source?.publisher}</td>
                <td>{status}</td>
                <td>{evidence.length}</td>
                <td>
                  <time dateTime={updatedAt}>{updatedAt.slice(0, 10)}</time>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </main>
  );
}
