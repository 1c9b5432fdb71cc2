import type { Page } from "@playwright/test";
import { command } from "./desk-commands";

/** What people paste: an address without a place to break at, and a word that is none. */
const permalink = `https://www.facebook.com/permalink.php?story_fbid=pfbid02${"KqXw7ZtR4mVn9".repeat(8)}l&id=100064578912345`;
const unbroken = (length: number, letter = "W") => letter.repeat(length);
const address = "https://example.org/a";

const sentences = {
  en: "The ministry says that the price of bread rose by a third, and names no source for it. ",
  ar: "تقول الوزارة إن سعر الخبز ارتفع بمقدار الثلث، ولا تسمّي لذلك مصدرًا. ",
};
/** Prose of exactly so many characters that begins with these words. */
export function prose(language: "en" | "ar", length: number, beginning = ""): string {
  const begun = beginning ? `${beginning} ` : "";
  return `${begun}${sentences[language].repeat(Math.ceil(length / 60))}`
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length, ".");
}
const both = (length: number, beginning: string) => ({
  en: prose("en", length, beginning),
  ar: prose("ar", length, beginning),
});

const quote = `${permalink} ${unbroken(300)} ${unbroken(300, "م")}`;

/** An article and a released claim of it, in which every text is as long as it may be; the page is an editor's. */
export async function makeLongest(page: Page, sign: string) {
  const article = await command<{ id: string; slug: string }>(page, "create-article", {
    kind: "news",
    title: `${sign} ${unbroken(470)}`,
    language: "ar",
    publisher: unbroken(300),
    author: unbroken(300, "م"),
    url: permalink,
    archiveUrl: permalink,
    text: `${prose("ar", 1000)} ${quote} ${prose("ar", 600)}\n\n${unbroken(2000)}\n\n${unbroken(2000, "م")}`,
    disclosure: both(2000, permalink),
    textPublic: true,
  });
  const claim = await command<{ id: string; slug: string; version: number }>(page, "create-claim", {
    articleId: article.id,
    language: "en",
    text: both(2000, `${sign} ${permalink} ${unbroken(200)}`),
    claimant: {
      names: { en: `${sign} ${unbroken(170)}`, ar: `${sign} ${unbroken(170, "م")}` },
      create: true,
    },
    newTopic: { names: { en: `${sign} ${unbroken(170)}`, ar: `${sign} ${unbroken(170, "م")}` } },
    quote,
  });
  await command(page, "add-evidence", {
    claimId: claim.id,
    title: unbroken(500),
    url: permalink,
    archiveUrl: permalink,
    publisher: unbroken(300),
    language: "en",
    stance: "refutes",
    accessedOn: "2025-05-01",
    excerpt: prose("en", 5000, unbroken(300)),
    note: both(5000, permalink),
  });
  await command(page, "add-appearance", {
    claimId: claim.id,
    url: permalink,
    title: unbroken(500, "م"),
    publisher: unbroken(300),
    language: "ar",
    change: both(2000, permalink),
  });
  return { ...claim, article: article.slug };
}

/** Proposes a verdict of the longest texts on the claim. */
export function propose(page: Page, claimId: string, kind: "publication" | "correction") {
  return command<{ id: string; version: number; content: string }>(page, "propose-verdict", {
    claimId,
    kind,
    rating: "disputed",
    summary: both(1000, permalink),
    reasons: {
      en: prose("en", 5000, `${permalink} ${unbroken(300)}`),
      ar: `${prose("ar", 100)}\n\nراجع ${address} في هذا.\n\n${prose("ar", 4800, unbroken(300, "م"))}`,
    },
    note: kind === "correction" ? both(2000, permalink) : {},
  });
}

/** Publishes what was proposed; the page is a publisher's. */
export function publish(page: Page, { id, ...proposal }: { id: string; version: number; content: string }) {
  return command(page, "publish-verdict", { proposalId: id, ...proposal });
}
