import type { DemoAppearance } from "./demo-shape";

type Retelling = Omit<DemoAppearance, "change">;

// Two English texts that repeat claims of the article, some of them changed.

/** The text at Creaze News. */
export const creazeNewsAppearance: Retelling = {
  url: "https://creazenews.com/deepseek-ai-russia-china-us-allies-alert",
  title: null,
  publisher: "Creaze News",
  language: "en",
  publishedOn: null,
};

/** The text at Crypto News Desk. */
export const cryptoNewsDeskAppearance: Retelling = {
  url: "https://cryptonewsdesk.com/index.php/2025/04/12/deepseek-and-china-russia-ai-alliance-puts-the-west-on-high-alert",
  title: null,
  publisher: "Crypto News Desk",
  language: "en",
  publishedOn: "2025-04-12",
};
