import { beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { listCorrections } from "@/lib/public/corrections";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

let clock = Date.parse("2025-05-01T10:00:00Z");
// Two publications share each instant, so that the order among equals counts too.
const now = () => new Date(Math.floor(clock++ / 20_000) * 20_000);
let [editor, publisher]: Context[] = [];
const slugs: string[] = [];

beforeAll(async () => {
  [editor, publisher] = [await somebody("editor", now), await somebody("publisher", now)];
  const { id: articleId } = await anArticle(editor);
  for (const name of ["One", "Two", "Three"]) {
    const { id, slug } = await aClaim(editor, { articleId, text: { en: name } });
    await someEvidence(editor, id);
    await published(editor, publisher, aVerdict(id));
    const note = { en: `${name} was wrong.` };
    await published(editor, publisher, aVerdict(id, { kind: "correction", rating: "false", note }));
    await published(editor, publisher, aVerdict(id, { kind: "retraction", rating: "false", note }));
    slugs.push(slug);
  }
});

test("all pages together are every correction and retraction once, the newest first", async () => {
  const seen: string[] = [];
  const times: string[] = [];
  let after: string | undefined;
  do {
    const page = await listCorrections({ after, limit: 2 });
    expect(page.rows.length).toBeLessThanOrEqual(2);
    seen.push(...page.rows.map(({ slug, verdict }) => `${slug} ${verdict.revision}`));
    times.push(...page.rows.map(({ verdict }) => verdict.publishedAt));
    after = page.next ?? undefined;
  } while (after);
  expect(seen.toSorted()).toEqual(slugs.flatMap((slug) => [`${slug} 2`, `${slug} 3`]).toSorted());
  expect(times).toEqual(times.toSorted().reverse());
});

test("each says what stood before and what stands since", async () => {
  const { rows } = await listCorrections({});
  const ofFirst = rows.filter(({ slug }) => slug === slugs[0]);
  const changes = ofFirst.map(({ verdict, ...row }) => [verdict.revision, row.statusBefore, row.status]);
  expect(changes.toSorted()).toEqual([
    [2, "disputed", "false"],
    [3, "false", "retracted"],
  ]);
});

const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test.each([
  "x",
  forged(["-updated", "2025-05-01T00:00:00.000Z", "a"]),
  forged(["corrections", "never", "a"]),
])("%s is no cursor of this list", async (after) => {
  await expect(listCorrections({ after })).rejects.toMatchObject({ code: "invalid" });
});
