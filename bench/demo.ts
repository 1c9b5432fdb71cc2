import path from "node:path";
import { Client } from "pg";
import { disconnect } from "@/lib/platform/db/client";
import { applyMigrations } from "@/lib/platform/db/migrate";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { listClaims } from "@/lib/public/claims/list";
import { resolveFilter } from "@/lib/public/claims/where";
import { loadDemo } from "@/prisma/seed/load";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { searchCases } from "@/tests/search/cases";
import { type SearchFigures, searchFigures } from "@/tests/search/figures";
import { loadNewsClaims, newsCases } from "@/tests/search/news-claims";
import { median } from "./drive";
import type { Server } from "./processes";

const NAME = "bench_demo";
const PUBLICATIONS = 20;

let newsSlugs: Awaited<ReturnType<typeof loadNewsClaims>>;

/** Creates a new database with the demo desk beside the corpus, and sets it in `process.env`. Returns its URL. */
export async function openDemo(corpusUrl: string, secrets: Record<string, string>): Promise<string> {
  const client = new Client({ connectionString: corpusUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${NAME}`);
  await client.end();
  const url = Object.assign(new URL(corpusUrl), { pathname: `/${NAME}` }).href;
  await applyMigrations(url, path.resolve("prisma/migrations"));
  Object.assign(process.env, secrets, { DATABASE_URL: url });
  await loadDemo();
  newsSlugs = await loadNewsClaims();
  return url;
}

/** Measures search quality on the queries of the test set. */
export async function measureDemoSearch(): Promise<SearchFigures & { queries: number }> {
  const found = new Map<string, string[]>();
  const cases = [...searchCases, ...newsCases(newsSlugs)];
  for (const { q } of cases) {
    const { rows } = await listClaims(await resolveFilter(claimQuerySchema.parse({ q })));
    found.set(
      q,
      rows.map(({ slug }) => slug),
    );
  }
  return { queries: cases.length, ...searchFigures(cases, found) };
}

/** Measures the time from a commit in this process to the first response of `app` with the publication, in milliseconds. */
export async function measurePublicationDelay(app: Server): Promise<{ medianMs: number; mostMs: number }> {
  const [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  const articleId = (await anArticle(editor)).id;
  const times: number[] = [];
  for (let n = 0; n < PUBLICATIONS; n++) {
    const { id, slug } = await aClaim(editor, { articleId });
    await someEvidence(editor, id);
    const address = `${app.address}/api/v1/claims/${slug}`;
    // Both are cached in the app before the publication.
    for (const before of [address, `${app.address}/api/v1/claims?sort=-updated`])
      await (await fetch(before)).text();
    await published(editor, publisher, aVerdict(id));
    const acknowledged = performance.now();
    while (!(await (await fetch(address)).text()).includes('"rating":"disputed"')) {}
    times.push(performance.now() - acknowledged);
  }
  await disconnect();
  return { medianMs: median(times), mostMs: Math.max(...times) };
}
