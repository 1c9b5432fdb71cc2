import type { PublicClaim } from "@/lib/public/projection/document";
import { statusRanks } from "@/lib/public/projection/status";
import type { PublicVerdict } from "@/lib/record/revision";
import { splitRecord } from "@/lib/record/revision-hash";
import { publishedStatus, type Rating, ratings, type Status } from "@/lib/record/vocabulary";
import { SEARCH_VERSION } from "@/lib/text/search/search-version";
import { randomFrom, skewedIndex } from "./random";
import { numberedNames, type Phrase, placeNames, vocabulary } from "./words";

/** The claimants of the corpus. */
export const claimants = numberedNames(4000, "Speaker", "المتحدث");
/** The topics of the corpus. */
export const topics = numberedNames(200, "Topic", "موضوع");
/** The publishers of the corpus. */
export const publishers = numberedNames(1200, "Daily Courier", "صحيفة البريد");
/** The place names in claims: a few are frequent, most are rare. */
export const places = placeNames(60_000);
const FIRST = Date.parse("2012-01-01T00:00:00Z");
const LAST = Date.parse("2026-01-01T00:00:00Z");
const OTHER = { en: "ar", ar: "en" } as const;
const stances = ["supports", "refutes", "context"] as const;

/** A row of the projection. Deterministic: row `n` of a corpus is the same on every machine. */
export type CorpusRow = {
  slug: string;
  /** The place and the number in the claim, which few other claims share. */
  place: { en: Phrase; ar: Phrase };
  number: number;
  columns: Array<string | number | null>;
};

/** Generates row `n` (from 0) of a corpus of `count` rows. Times rise with `n`. */
export function corpusRow(n: number, count: number): CorpusRow {
  const random = randomFrom(n * 2_654_435_761 + 17);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const language = random() < 0.45 ? "ar" : "en";
  const number = Math.floor(10 ** (1 + random() * 8));
  const city = places[skewedIndex(random, places.length)] as (typeof places)[number];
  const sentence = (locale: "en" | "ar"): Phrase => {
    const { who, did, what, where } = vocabulary[locale];
    const parts = [pick(who), pick(did), pick(what), pick(where)] as const;
    const put = (form: "text" | "folded") => {
      const [subject, verb, object, when] = parts.map((part) => part[form]);
      return [subject, locale === "en" ? "of" : "في", city[locale][form], verb, number, object, when].join(
        " ",
      );
    };
    return { text: `${put("text")}.`, folded: put("folded") };
  };
  const reasons = (locale: "en" | "ar", most: number): Phrase => {
    const parts = Array.from({ length: 1 + Math.floor(random() * most) }, () =>
      pick(vocabulary[locale].because),
    );
    return {
      text: parts.map((part) => part.text).join(" "),
      folded: parts.map((part) => part.folded).join(" "),
    };
  };
  const text = { [language]: sentence(language), [OTHER[language]]: sentence(OTHER[language]) } as Record<
    "en" | "ar",
    Phrase
  >;
  const claimantAt = skewedIndex(random, claimants.length);
  const claimant = claimants[claimantAt] as (typeof claimants)[number];
  const publisher = publishers[skewedIndex(random, publishers.length)] as (typeof publishers)[number];
  const topicPlaces = [
    ...new Set([skewedIndex(random, topics.length), skewedIndex(random, topics.length)]),
  ].sort((a, b) => a - b);
  const at = new Date(FIRST + Math.floor(((n + random()) / count) * (LAST - FIRST)));
  const id = uuid(random);
  const slug = `claim-${n}`;
  const quote = sentence(language);
  const summary = reasons(language, 1);
  const why = { en: reasons("en", 4), ar: reasons("ar", 4) };
  const sources = Array.from({ length: 1 + skewedIndex(random, 6) }, (_, place) => ({
    place,
    note: reasons(language, 2),
    title: sentence("en"),
  }));
  const published = random() > 0.06;
  const revisions = published ? revisionsOf(random() < 0.08 ? 2 : 1, at, random) : [];
  const last = revisions.at(-1) ?? null;
  const status: Status = last ? publishedStatus(last) : "unchecked";

  function revisionsOf(length: number, until: Date, chance: () => number): PublicVerdict[] {
    return Array.from({ length }, (_, place) => ({
      revision: place + 1,
      kind: place === 0 ? "publication" : chance() < 0.2 ? "retraction" : "correction",
      rating: ratings[skewedIndex(chance, ratings.length)] as Rating,
      summary: { [language]: summary.text },
      reasons: { en: why.en.text, ar: why.ar.text },
      note: place === 0 ? {} : { en: "A reader sent us the full document." },
      proposedBy: "Amal Haddad",
      publishedBy: "Robert Klein",
      fourEyes: true,
      publishedAt: new Date(until.getTime() - (length - 1 - place) * 86_400_000).toISOString(),
      hash: hex(chance),
      previousHash: place === 0 ? null : hex(chance),
    }));
  }

  const document: PublicClaim = {
    format: 2,
    id,
    slug,
    status,
    claim: {
      text: { en: text.en.text, ar: text.ar.text },
      language,
      claimant: { key: nameKey(claimant.en), names: { en: claimant.en.text, ar: claimant.ar.text } },
      claimedOn: at.toISOString().slice(0, 10),
      topics: topicPlaces.map((place) => {
        const topic = topics[place] as (typeof topics)[number];
        return { key: nameKey(topic.en), names: { en: topic.en.text, ar: topic.ar.text } };
      }),
    },
    source: {
      article: `article-${Math.floor(n / 6)}`,
      version: 1,
      kind: "news",
      disclosure: {},
      title: quote.text,
      titleTranslations: {},
      publisher: publisher.en.text,
      author: null,
      url: `https://news.example/${n}`,
      archiveUrl: null,
      language,
      direction: language === "ar" ? "rtl" : "ltr",
      publishedOn: at.toISOString().slice(0, 10),
      quote: { exact: quote.text, prefix: "", suffix: "", start: 0, end: [...quote.text].length },
    },
    appearances: [],
    evidence: published
      ? sources.map(({ place, note, title }) => ({
          id: `${slug}-${place}`,
          kind: "web",
          url: `https://statistics.example/${n}/${place}`,
          title: title.text,
          publisher: "Statistics office",
          publishedOn: at.toISOString().slice(0, 7),
          language: "en",
          stance: pick(stances),
          excerpt: null,
          note: { [language]: note.text },
          protection: {},
          archiveUrl: null,
          accessedOn: at.toISOString().slice(0, 10),
          linkAnswers: true,
        }))
      : [],
    verdict: last,
    revisions,
    updatedAt: at.toISOString(),
  };
  const folded = (phrases: Phrase[]) => phrases.map((phrase) => phrase.folded).join(" ");
  const searchText = [
    folded([text.en, text.ar, claimant.en, claimant.ar]),
    folded([
      publisher.en,
      quote,
      ...(published ? [summary, why.en, why.ar, ...sources.flatMap(({ note, title }) => [title, note])] : []),
    ]),
  ].join("\n");
  const { recordHead, recordTail } = splitRecord(document);
  const topicKeys = document.claim.topics.map(({ key }) => key);
  return {
    slug,
    place: city,
    number,
    columns: [
      id,
      slug,
      status,
      statusRanks[status],
      language,
      document.claim.claimant?.key ?? "",
      publisher.en.text,
      document.source?.article ?? null,
      `{${topicKeys.join(",")}}`,
      document.evidence.length,
      at.toISOString(),
      last?.publishedAt ?? "1970-01-01T00:00:00Z",
      text.en.folded.slice(0, 80),
      text.ar.folded.slice(0, 80),
      claimant.en.folded,
      claimant.ar.folded,
      publisher.en.folded,
      searchText,
      `{${searchTokensOf(number, at, [claimant.en, claimant.ar], publisher.en).join(",")}}`,
      SEARCH_VERSION,
      published ? n + 1 : 0,
      JSON.stringify(document),
      recordHead,
      recordTail,
    ],
  };
}

/** The columns of {@link CorpusRow}, in their order. */
export const corpusColumns =
  "claim_id, slug, status, status_rank, language, claimant_key, publisher, article_slug, topics, evidence_count, " +
  "updated_at, published_order, claim_en, claim_ar, claimant_en, claimant_ar, publisher_order, search_text, search_tokens, search_version, sequence, " +
  "document, record_head, record_tail";

/** The search tokens of a claim's fields and its number, as the desk writes them; see lib/text/search/tokens. */
function searchTokensOf(number: number, at: Date, claimant: Phrase[], publisher: Phrase): string[] {
  const words = (field: string, phrases: Phrase[]) =>
    phrases.flatMap(({ folded }) => folded.split(" ").map((word) => `"${field}:${word}"`));
  return [
    `"number:${number}"`,
    `"year:${at.getUTCFullYear()}"`,
    ...words("claimant", claimant),
    ...words("publisher", [publisher]),
  ];
}

/** The key of a claimant or topic with this name. */
export function nameKey({ text }: Phrase): string {
  return text.toLowerCase().replaceAll(" ", "-");
}

const octets = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, "0"));

function hex(random: () => number): string {
  let digits = "";
  for (let word = 0; word < 8; word++) {
    const bits = Math.floor(random() * 2 ** 32);
    for (const shift of [24, 16, 8, 0]) digits += octets[(bits >>> shift) & 255];
  }
  return digits;
}

function uuid(random: () => number): string {
  const digits = hex(random);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join("-");
}
