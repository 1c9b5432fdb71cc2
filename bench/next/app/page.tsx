import { claimQuerySchema } from "@/lib/public/claims/filters";
import { listClaims } from "@/lib/public/claims/list";

/** The claim table alone, rendered by Next with the app's own query. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const query = claimQuerySchema.parse(await searchParams);
  const { rows, total } = await listClaims({ ...query, search: null });
  return (
    <main>
      <p>{total}</p>
      <table>
        <tbody>
          {rows.map(({ slug, status, claim, source, evidence, updatedAt }) => (
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
