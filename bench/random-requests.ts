import { claimants, nameKey, publishers, topics } from "./corpus";
import type { Server } from "./processes";
import { randomFrom, skewedIndex } from "./random";
import { commonWords, vocabulary } from "./words";

const REQUESTS = 500;

/** The times of sequential requests, in ms, and how many failed. */
export type RandomResult = {
  p50: number;
  p99: number;
  slowest: number;
  unanswered: number;
  slowestQuestion: string;
};

/** Measures first pages with up to five filters, dates, words and a sort key, all random. */
export async function measureRandomRequests(app: Server, seed: number): Promise<RandomResult> {
  const next = randomQueries(seed);
  const responses: Array<{ ms: number; question: string; status: number }> = [];
  for (let n = 0; n < REQUESTS; n++) {
    const question = next().toString();
    const began = performance.now();
    const response = await fetch(`${app.address}/api/v1/claims?${question}`);
    await response.arrayBuffer();
    responses.push({ ms: performance.now() - began, question, status: response.status });
  }
  responses.sort((a, b) => a.ms - b.ms);
  const at = (share: number) => responses[Math.floor(share * (responses.length - 1))]?.ms ?? 0;
  const slowest = responses.at(-1);
  return {
    p50: at(0.5),
    p99: at(0.99),
    slowest: slowest?.ms ?? 0,
    unanswered: responses.filter(({ status }) => status !== 200).length,
    slowestQuestion: slowest?.question ?? "",
  };
}

const statuses = ["verified", "false", "disputed", "needs_context", "unproven", "unchecked", "retracted"];
const sorts = ["updated", "published", "claim", "claimant", "publisher", "rating", "evidence"].flatMap(
  (key) => [key, `-${key}`],
);

function randomQueries(seed: number): () => URLSearchParams {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const nameOf = (names: typeof topics, most: number) =>
    names[skewedIndex(random, most)]?.en ?? { text: "", folded: "" };
  const word = () =>
    random() < 0.5
      ? pick(commonWords)
      : pick(pick(pick([vocabulary.en, vocabulary.ar]).what).text.split(" "));
  const values: Record<string, () => string> = {
    status: () => pick(statuses),
    topic: () => nameKey(nameOf(topics, topics.length)),
    claimant: () => nameKey(nameOf(claimants, 400)),
    publisher: () => nameOf(publishers, 300).text,
    language: () => pick(["en", "ar"]),
  };
  const words = [
    word,
    () => `${word()} ${word()}`,
    () => `"${pick(pick([vocabulary.en, vocabulary.ar]).what).text}"`,
    () => `${word()} -${word()}`,
  ];
  return () => {
    const params = new URLSearchParams({ sort: pick(sorts) });
    const facets = Object.keys(values)
      .sort(() => random() - 0.5)
      .slice(0, Math.floor(random() * 6));
    for (const facet of facets) {
      params.append(facet, values[facet]?.() ?? "");
      if (facet !== "language" && random() < 0.25) params.append(facet, values[facet]?.() ?? "");
    }
    const year = 2012 + Math.floor(random() * 14);
    if (random() < 0.3) params.set("from", String(year));
    if (random() < 0.3) params.set("to", String(Math.min(2025, year + Math.floor(random() * 3))));
    if (random() < 0.35) {
      params.set("q", pick(words)());
      if (random() < 0.6) params.set("sort", "relevance");
    }
    return params;
  };
}
