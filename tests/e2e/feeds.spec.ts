import type { Page } from "@playwright/test";
import { expect, inLanguage, type Language, test } from "./fixtures";

/** What is wrong with an Atom feed by RFC 4287 and the checks of the W3C's feed validator. */
async function atomFaults(page: Page, xml: string, self: string, language: string): Promise<string[]> {
  return page.evaluate(
    ([source, address, lang]) => {
      const ATOM = "http://www.w3.org/2005/Atom";
      const { documentElement: feed } = new DOMParser().parseFromString(source, "application/xml");
      const faults: string[] = [];
      const check = (isRight: boolean, fault: string) => isRight || faults.push(fault);
      const all = (parent: Element, name: string) =>
        [...parent.children].filter((child) => child.localName === name && child.namespaceURI === ATOM);
      const one = (parent: Element, name: string) => {
        check(all(parent, name).length === 1, `${parent.localName} has not one ${name}`);
        return all(parent, name)[0]?.textContent ?? "";
      };
      // RFC 3339 with a capital T and a zone (RFC 4287, 3.3).
      const isDate = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
      const isHttp = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
      const TAG = /^tag:[a-z\d.-]+,\d{4}(-\d\d(-\d\d)?)?:[\w\-.~!$&'()*+,;=:@/?%]+$/;
      const ids: string[] = [];
      const checkHead = (element: Element) => {
        const id = one(element, "id");
        ids.push(id);
        check(isHttp(id) || TAG.test(id), `the id ${id} is no address and no tag`);
        check(one(element, "title").trim() !== "", "a title is empty");
        check(isDate(one(element, "updated")), "a time of update is none");
        for (const link of all(element, "link"))
          check(isHttp(link.getAttribute("href") ?? ""), "a link leads nowhere");
        for (const author of all(element, "author"))
          check(one(author, "name").trim() !== "", "an author has no name");
      };
      check(feed.namespaceURI === ATOM && feed.localName === "feed", "it is no feed");
      check(feed.getAttribute("xml:lang") === lang, "it does not say its language");
      checkHead(feed);
      const selves = all(feed, "link").filter((link) => link.getAttribute("rel") === "self");
      check(selves.length === 1 && selves[0]?.getAttribute("href") === address, "it does not link to itself");
      const entries = all(feed, "entry");
      check(entries.length > 0, "it has no entries");
      for (const entry of entries) {
        checkHead(entry);
        check(all(entry, "author").length > 0 || all(feed, "author").length > 0, "an entry has no author");
        check(isDate(one(entry, "published")), "a time of publication is none");
        const [content] = all(entry, "content");
        check(["html", "text", "xhtml"].includes(content?.getAttribute("type") ?? ""), "content has no type");
        const alternate = all(entry, "link").filter(
          (link) => (link.getAttribute("rel") ?? "alternate") === "alternate",
        );
        check(alternate.length === 1, "an entry has not one page");
      }
      check(new Set(ids).size === ids.length, "two have the same id");
      return faults;
    },
    [xml, self, language] as const,
  );
}

for (const language of ["en", "ar"] as Language[]) {
  test(`in ${language} › the feed of corrections is valid Atom`, async ({ page }) => {
    const path = inLanguage(language, "/corrections/feed.atom");
    const answer = await page.request.get(path);
    expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
    await page.goto("/methodology");
    const self = new URL(path, page.url()).href;
    expect(await atomFaults(page, await answer.text(), self, language)).toEqual([]);
  });

  test(`in ${language} › the feed of corrections is valid JSON Feed`, async ({ page }) => {
    const path = inLanguage(language, "/corrections/feed.json");
    const feed = await (await page.request.get(path)).json();
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: expect.stringMatching(/\S/),
      feed_url: expect.stringContaining(path),
      home_page_url: expect.stringMatching(/^https?:/),
      language,
    });
    for (const { id, url, content_html, date_published } of feed.items) {
      expect(id).toMatch(/^tag:localhost,\d{4}-\d\d-\d\d:sha256:[0-9a-f]{64}:(en|ar)$/);
      expect([url, content_html]).toEqual([expect.stringMatching(/^https?:/), expect.stringMatching(/\S/)]);
      expect(Number.isNaN(Date.parse(date_published))).toBe(false);
    }
    expect(new Set(feed.items.map(({ id }: { id: string }) => id)).size).toBe(feed.items.length);
  });
}
