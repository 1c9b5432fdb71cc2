import type { DemoAppearance } from "./demo-shape";

type Retelling = Omit<DemoAppearance, "change">;

/** Two English texts that carry claims of the article on, and change some of them on the way. */
export const creazeNews: Retelling = {
  url: "https://creazenews.com/deepseek-ai-russia-china-us-allies-alert",
  title: null,
  publisher: "Creaze News",
  language: "en",
  publishedOn: null,
};

export const cryptoNewsDesk: Retelling = {
  url: "https://cryptonewsdesk.com/index.php/2025/04/12/deepseek-and-china-russia-ai-alliance-puts-the-west-on-high-alert",
  title: null,
  publisher: "Crypto News Desk",
  language: "en",
  publishedOn: "2025-04-12",
};
