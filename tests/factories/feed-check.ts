// The rules of the W3C feed validator that these feeds can break, without the network: RFC 4287, RFC 4151, RFC 8141 and
// JSON Feed 1.1.

/** Name spaces that may be registered for URNs and that an id could use. */
const URN_SPACES = ["uuid", "isbn", "issn", "oid", "ietf"];
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const TAG =
  /^tag:([\w.-]+@)?[a-z0-9-]+(\.[a-z0-9-]+)*,\d{4}(-\d\d(-\d\d)?)?:[\w;/?:@&=+$.\-!~*'()%,]*(#[\w/-]*)?$/;

type Fault = string | false;

function idFaults(id: string, where: string): Fault[] {
  const [, space] = /^urn:([^:]+):/.exec(id) ?? [];
  return [
    !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id) && `${where}: id ${id} is no absolute IRI`,
    space !== undefined &&
      !URN_SPACES.includes(space) &&
      `${where}: id ${id} is of an unregistered urn name space`,
    id.startsWith("tag:") && !TAG.test(id) && `${where}: id ${id} is no tag URI`,
    /^https?:/.test(id) && `${where}: id ${id} changes with the address`,
  ];
}

const isWhole = (address: string) => /^https?:\/\/[^/]/.test(address) && URL.canParse(address);
const isTime = (text: string) => RFC3339.test(text) && !Number.isNaN(Date.parse(text));

function repeated(ids: string[]): Fault[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} stands there twice`);
}

/** The direct contents of the elements of this name; one deep, since no element here holds another of its name. */
function contents(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, "gs"))].map(
    ([, inner = ""]) => inner,
  );
}

function only(xml: string, name: string, where: string): Fault {
  const found = contents(xml, name);
  return (
    (found.length !== 1 || found[0]?.trim() === "") && `${where}: ${name} must stand there once, with a text`
  );
}

function partFaults(xml: string, where: string): Fault[] {
  const links = [...xml.matchAll(/<link\s([^>]*)\/>/g)].map(([, attributes = ""]) => attributes);
  const hrefs = links.map((link) => /href="([^"]*)"/.exec(link)?.[1]?.replaceAll("&amp;", "&") ?? "");
  const alternates = links.filter((link) => !/rel=/.test(link) || /rel="alternate"/.test(link));
  return [
    ...["id", "title", "updated"].map((name) => only(xml, name, where)),
    ...contents(xml, "id").flatMap((id) => idFaults(id, where)),
    ...[...contents(xml, "updated"), ...contents(xml, "published")].map(
      (time) => !isTime(time) && `${where}: ${time} is no time of RFC 3339`,
    ),
    ...hrefs.map((href) => !isWhole(href) && `${where}: href ${href} is no whole address`),
    alternates.length !== 1 && `${where}: it must have one link to the page`,
    ...contents(xml, "author").map((author) => only(author, "name", `${where}, author`)),
    contents(xml, "author").length === 0 && `${where}: it has no author`,
  ];
}

/** What an Atom feed in this language breaks; empty for a right one. The texts are opaque to the check. */
export function atomFaults(source: string, language: string): string[] {
  const xml = source.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_whole, text) => (text.trim() === "" ? "" : "text"));
  const entries = contents(xml, "entry");
  const head = xml.replace(/<entry>.*?<\/entry>/gs, "");
  const root = /<feed\s([^>]*)>/.exec(xml)?.[1] ?? "";
  const faults = [
    !root.includes('xmlns="http://www.w3.org/2005/Atom"') && "the root is no feed of Atom",
    !root.includes(`xml:lang="${language}"`) && `xml:lang is not ${language}`,
    (head.match(/rel="self"/g) ?? []).length !== 1 && "the feed must link to itself once",
    ...partFaults(head, "feed"),
    ...entries.flatMap((entry, at) => partFaults(entry, `entry ${at + 1}`)),
    ...[...xml.matchAll(/<(?:content|title|summary)\s[^>]*type="([^"]*)"/g)].map(
      ([, type = ""]) => !["text", "html", "xhtml"].includes(type) && `${type} is no type of a text`,
    ),
    ...repeated(contents(xml, "id")),
  ];
  return faults.filter((fault) => fault !== false);
}

/** What a JSON Feed in this language breaks; empty for a right one. */
export function jsonFeedFaults(source: string, language: string): string[] {
  const feed = JSON.parse(source);
  const items: Array<Record<string, string>> = Array.isArray(feed.items) ? feed.items : [];
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  const faults = [
    feed.version !== "https://jsonfeed.org/version/1.1" && "version is not 1.1",
    !isText(feed.title) && "title is missing",
    feed.language !== language && `language is not ${language}`,
    !Array.isArray(feed.items) && "items is missing",
    ...["home_page_url", "feed_url"].map((name) => !isWhole(feed[name]) && `${name} is no whole address`),
    ...items.flatMap((item) => [
      ...idFaults(item.id ?? "", "item"),
      !isWhole(item.url ?? "") && "url is no whole address",
      !isText(item.content_html) && !isText(item.content_text) && "an item has no content",
      !isTime(item.date_published ?? "") && "date_published is no time of RFC 3339",
      "author" in item && "author is of version 1",
    ]),
    ...repeated(items.map(({ id = "" }) => id)),
  ];
  return faults.filter((fault) => fault !== false);
}
