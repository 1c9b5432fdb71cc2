import { beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/platform/db/pool";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { orderOf } from "@/lib/public/claims/sort";
import { resolveFilter } from "@/lib/public/claims/where";
import { fillProjection } from "@/tests/factories/published-table";
import { findClaims } from "@/tests/factories/reading";

const PAGE = 50;

beforeAll(() => fillProjection(pool(), 20_000), 240_000);

const filters: Array<[Record<string, string>, string]> = [
  [{ status: "false", topic: "topic-3" }, "status = 'false' AND 'topic-3' = ANY (topics)"],
  [{ language: "en", claimant: "claimant-1" }, "language = 'en' AND claimant_key = 'claimant-1'"],
  [
    { claimant: "claimant-0,claimant-1", status: "false,disputed" },
    "claimant_key IN ('claimant-0', 'claimant-1') AND status IN ('false', 'disputed')",
  ],
  [
    { language: "en", publisher: "publisher-0", topic: "topic-2,topic-3" },
    "language = 'en' AND publisher = 'publisher-0' AND topics && ARRAY['topic-2', 'topic-3']",
  ],
  [{ language: "en", topic: "topic-3" }, "language = 'en' AND 'topic-3' = ANY (topics)"],
  [{ language: "en", status: "false,disputed" }, "language = 'en' AND status IN ('false', 'disputed')"],
  [
    { language: "en", topic: "topic-2,topic-3", status: "false,disputed,unchecked" },
    "language = 'en' AND topics && ARRAY['topic-2', 'topic-3'] AND status IN ('false', 'disputed', 'unchecked')",
  ],
  [
    { topic: "topic-1,topic-3", status: "false,disputed" },
    "topics && ARRAY['topic-1', 'topic-3'] AND status IN ('false', 'disputed')",
  ],
  [
    { status: "false", from: "2020-05", to: "2020-09" },
    "status = 'false' AND updated_at >= timestamptz '2020-05-01Z' AND updated_at < timestamptz '2020-10-01Z'",
  ],
  [
    { status: "false,unchecked", language: "en", to: "2020-09" },
    "status IN ('false', 'unchecked') AND language = 'en' AND updated_at < timestamptz '2020-10-01Z'",
  ],
  [
    { status: "false,disputed", language: "en", from: "2020-05" },
    "status IN ('false', 'disputed') AND language = 'en' AND updated_at >= timestamptz '2020-05-01Z'",
  ],
  [
    { from: "2020-02", to: "2020-03" },
    "updated_at >= timestamptz '2020-02-01Z' AND updated_at < timestamptz '2020-04-01Z'",
  ],
  [
    { from: "2020-06", to: "2020-06" },
    "updated_at >= timestamptz '2020-06-01Z' AND updated_at < timestamptz '2020-07-01Z'",
  ],
  [{ status: "unchecked", language: "en" }, "status = 'unchecked' AND language = 'en'"],
  [{ claimant: "claimant-0", status: "verified" }, "claimant_key = 'claimant-0' AND status = 'verified'"],
  [
    { claimant: "claimant-0,claimant-1", language: "en" },
    "claimant_key IN ('claimant-0', 'claimant-1') AND language = 'en'",
  ],
  [
    { publisher: "publisher-0", topic: "topic-2,topic-3" },
    "publisher = 'publisher-0' AND topics && ARRAY['topic-2', 'topic-3']",
  ],
  [
    { topic: "topic-1,topic-3", to: "2020-09" },
    "topics && ARRAY['topic-1', 'topic-3'] AND updated_at < timestamptz '2020-10-01Z'",
  ],
  [
    { from: "2020-02", language: "ar", topic: "topic-1" },
    "updated_at >= timestamptz '2020-02-01Z' AND language = 'ar' AND 'topic-1' = ANY (topics)",
  ],
];
// The words stand behind the claim, where all of them count the same: the best matches are those that were changed last.
const former = "substr(claim_id, 7)::int <= 4000";
const searches: typeof filters = [
  [{ q: "everywhere", status: "false", language: "en" }, "status = 'false' AND language = 'en'"],
  [
    { q: "everywhere", status: "verified,unproven", topic: "topic-3" },
    "status IN ('verified', 'unproven') AND 'topic-3' = ANY (topics)",
  ],
  [{ q: "former", status: "false", language: "en" }, `status = 'false' AND language = 'en' AND ${former}`],
  [
    { q: "former", claimant: "claimant-0", status: "false,disputed" },
    `claimant_key = 'claimant-0' AND status IN ('false', 'disputed') AND ${former}`,
  ],
  [
    { q: "former", topic: "topic-3", from: "2020-02" },
    `'topic-3' = ANY (topics) AND updated_at >= timestamptz '2020-02-01Z' AND ${former}`,
  ],
  [
    { q: "year:2020", status: "false", topic: "topic-3" },
    "status = 'false' AND 'topic-3' = ANY (topics) AND updated_at < timestamptz '2021-01-01Z'",
  ],
];
const sorts = [
  "updated",
  "-updated",
  "published",
  "-published",
  "claim",
  "-claimant",
  "publisher",
  "-rating",
  "evidence",
];

const questions = [
  ...filters.flatMap(([filter, condition]) => sorts.map((sort) => ({ filter, sort, condition }))),
  ...searches.flatMap(([filter, condition]) =>
    ["relevance", ...sorts].map((sort) => ({ filter, sort, condition })),
  ),
];

test.each(questions)(
  "three pages forward and back under $filter by $sort are the claims that match, in their order",
  { timeout: 60_000 },
  async ({ filter, sort, condition }) => {
    const asked = (cursor: Record<string, string>) => claimQuerySchema.parse({ ...filter, sort, ...cursor });
    const { column, direction } = orderOf(await resolveFilter(asked({})), "en");
    const expected = await pool().query<{ claim_id: string }>(
      `SELECT claim_id FROM public_claim WHERE ${condition} ORDER BY ${column} ${direction}, claim_id ${direction} LIMIT ${3 * PAGE}`,
    );
    const ids = expected.rows.map(({ claim_id }) => claim_id);
    const pages = [0, 1, 2].map((page) => ids.slice(page * PAGE, (page + 1) * PAGE));
    const shown = (page: Awaited<ReturnType<typeof findClaims>>) => page.rows.map(({ id }) => `claim-${id}`);

    const first = await findClaims(asked({}));
    const second = await findClaims(asked({ after: first.next ?? "" }));
    const third = await findClaims(asked({ after: second.next ?? "" }));
    expect([first, second, third].map(shown)).toEqual(pages);

    const back = await findClaims(asked({ before: third.previous ?? "" }));
    const start = await findClaims(asked({ before: back.previous ?? "" }));
    expect([start, back].map(shown)).toEqual(pages.slice(0, 2));
    expect(start.previous).toBeNull();

    const { rows } = await pool().query<{ count: number }>(
      `SELECT count(*)::int AS count FROM public_claim WHERE ${condition}`,
    );
    const count = rows[0]?.count ?? 0;
    expect(ids.length).toBe(Math.min(count, 3 * PAGE));
    expect(count).toBeGreaterThan(0);
    expect(first).toMatchObject({ total: Math.min(count, 10_000), exact: count <= 10_000 });
  },
);
