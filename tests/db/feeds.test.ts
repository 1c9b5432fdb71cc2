import { beforeAll, describe, expect, test } from "vitest";
import { GET as atom } from "@/app/[locale]/(public)/corrections/feed.atom/route";
import { GET as json } from "@/app/[locale]/(public)/corrections/feed.json/route";
import { env } from "@/lib/env";
import { getFeedAuthority, tagUri } from "@/lib/exchange/feeds/feed-id";
import { db } from "@/lib/platform/db/client";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { atomFaults, jsonFeedFaults } from "@/tests/factories/feed-check";

const languages = ["en", "ar"] as const;
const text = async (get: typeof atom, locale: string, file: string) => {
  const request = new Request(`${env().BASE_URL}/corrections/${file}`);
  const answer = await get(request, { params: Promise.resolve({ locale }) });
  return { body: await answer.text(), type: answer.headers.get("content-type") };
};
const idsIn = (xml: string) => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);

beforeAll(async () => {
  const [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  const { id: articleId } = await anArticle(editor);
  for (const name of ["R&D <b>", "Two ]]>"]) {
    const { id } = await aClaim(editor, { articleId, text: { en: name, ar: "ادعاء «أول»" } });
    await someEvidence(editor, id);
    await published(editor, publisher, aVerdict(id));
    const note = { en: "We had it wrong.\n\n<i>&", ar: "أخطأنا." };
    await published(editor, publisher, aVerdict(id, { kind: "correction", rating: "false", note }));
  }
});

describe.each(languages)("the feeds of corrections in %s", (locale) => {
  test("keep the rules of RFC 4287", async () => {
    const { body, type } = await text(atom, locale, "feed.atom");
    expect(type).toBe("application/atom+xml; charset=utf-8");
    expect(atomFaults(body, locale)).toEqual([]);
    expect(idsIn(body)).toHaveLength(3);
  });

  test("keep the rules of JSON Feed 1.1, with the ids of Atom", async () => {
    const { body, type } = await text(json, locale, "feed.json");
    expect(type).toBe("application/feed+json; charset=utf-8");
    expect(jsonFeedFaults(body, locale)).toEqual([]);
    const ids = JSON.parse(body).items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(idsIn((await text(atom, locale, "feed.atom")).body).slice(1));
  });
});

test("no id stands in the feeds of both languages", async () => {
  const [en = [], ar = []] = await Promise.all(
    languages.map(async (locale) => idsIn((await text(atom, locale, "feed.atom")).body)),
  );
  expect(en.filter((id) => ar.includes(id))).toEqual([]);
});

describe("who ids are by", () => {
  const at = (day: string) => new Date(`${day}T23:00:00Z`);

  test.each(["http://localhost:3000", "http://127.0.0.1", "http://[::1]:3000", "http://desk.local"])(
    "is not settled at %s",
    async (address) => {
      await db().$executeRaw`ALTER TABLE feed_authority DISABLE TRIGGER USER`;
      await db().feedAuthority.deleteMany();
      await db().$executeRaw`ALTER TABLE feed_authority ENABLE TRIGGER USER`;
      const { host, since } = await getFeedAuthority(address, at("2026-12-24"));
      expect({ host, since }).toEqual({ host: "localhost", since: "2026-01-01" });
      expect(await db().feedAuthority.count()).toBe(0);
    },
  );

  test("is settled by the first public address, and stays when the desk moves", async () => {
    const first = await Promise.all(
      [1, 2].map(() => getFeedAuthority("https://desk.example:8443", at("2026-12-24"))),
    );
    expect(first).toEqual(Array(2).fill({ host: "desk.example", since: "2026-12-24" }));
    const moved = await getFeedAuthority("https://facts.example.org", at("2030-01-01"));
    expect(tagUri(moved, "corrections/en")).toBe("tag:desk.example,2026-12-24:corrections/en");
    await expect(db().feedAuthority.update({ where: { id: 1 }, data: { host: "x.y" } })).rejects.toThrow();
    await expect(db().feedAuthority.deleteMany()).rejects.toThrow();
  });
});
