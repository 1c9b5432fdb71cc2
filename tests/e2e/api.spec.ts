import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { suggestionsSchema } from "@/lib/public/projection/document";
import { expect, test } from "./fixtures";

test.describe("the API", () => {
  test.use({ expectedStatus: [400, 401, 404] });

  test("lists the public claims with a page and a total", async ({ request }) => {
    const answer = await request.get("/api/v1/claims?limit=5&sort=-rating");
    expect(answer.ok()).toBe(true);
    const { data, page } = await answer.json();
    expect(data).toHaveLength(5);
    expect(page.total).toBeGreaterThanOrEqual(16);
    const next = await (await request.get(`/api/v1/claims?limit=5&sort=-rating&after=${page.next}`)).json();
    const slugs = [...data, ...next.data].map(({ slug }: { slug: string }) => slug);
    expect(new Set(slugs).size).toBe(10);
  });

  test("filters, and counts what it could filter by", async ({ request }) => {
    const { data, facets } = await (await request.get("/api/v1/claims?status=false&facets=true")).json();
    expect(data.map(({ status }: { status: string }) => status)).toEqual(["false"]);
    expect(facets.status).toEqual(expect.arrayContaining([{ value: "verified", count: 6 }]));
  });

  test("searches, and says nothing of how", async ({ request }) => {
    const { data, page } = await (await request.get("/api/v1/claims?q=memroy")).json();
    expect(data.map(({ slug }: { slug: string }) => slug)).toContain(
      "latent-attention-cuts-memory-to-five-percent",
    );
    expect(page).toEqual({ total: data.length, exact: true, next: null, previous: null });
  });

  test("gives one claim with all its revisions", async ({ request }) => {
    const { data } = await (await request.get("/api/v1/claims?q=13%25&status=disputed")).json();
    const claim = await (await request.get(`/api/v1/claims/${data[0].slug}`)).json();
    expect(claim.revisions).toHaveLength(2);
    expect(claim.verdict.correction.note.en).toBeTruthy();
    expect(claim.source.quote.exact).toContain("13%");
  });

  test("suggests what may be meant, in the reader's language", async ({ request }) => {
    const answer = await request.get("/api/v1/suggestions?q=van&locale=ar");
    expect(answer.headers()["cache-control"]).toBe("public, max-age=0, must-revalidate");
    const { data } = await answer.json();
    expect(suggestionsSchema.strict().safeParse(data).error).toBeUndefined();
    expect(data.claimants.map(({ path }: { path: string }) => path)).toEqual(["/ar?claimant=jd-vance"]);
    for (const { path } of [...data.claims, ...data.claimants]) {
      expect((await request.get(path)).status(), path).toBe(200);
    }
  });

  test("exports what its own schema allows", async ({ request }) => {
    const schema = await (await request.get("/api/v1/schema/verdicts.json")).json();
    const file = await (await request.get("/api/v1/verdicts.json")).json();
    const validate = addFormats.default(new Ajv2020({ strict: true })).compile(schema);
    validate(file);
    expect(validate.errors).toBeNull();
    expect(file.count).toBe(file.verdicts.length);
    const later = await (await request.get(`/api/v1/verdicts.json?since=${file.cursor}`)).json();
    expect(later.verdicts).toEqual([]);
  });

  for (const [path, status, field] of [
    ["/api/v1/claims?limit=0", 400, "limit"],
    ["/api/v1/claims?status=true", 400, "status.0"],
    ["/api/v1/claims?colour=red", 400, "colour"],
    ["/api/v1/claims?after=x", 400, "after"],
    ["/api/v1/suggestions", 400, "q"],
    ["/api/v1/suggestions?q=van&locale=fr", 400, "locale"],
    ["/api/v1/verdicts.json?since=x", 400, "since"],
    ["/api/v1/verdicts.json?from=yesterday", 400, "from"],
    ["/api/v1/claims/nothing-here", 404, null],
    ["/api/v1/events.ndjson", 401, null],
    ["/api/v1/nothing", 404, null],
  ] as const) {
    test(`answers ${path} with ${status} in the one shape`, async ({ request }) => {
      const answer = await request.get(path);
      expect(answer.status()).toBe(status);
      const { error } = await answer.json();
      expect(Object.keys(error)).toEqual(["code", "message", "details"]);
      if (field) expect(error.details[0].path).toBe(field);
    });
  }
});
