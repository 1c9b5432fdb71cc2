import type { DemoName } from "./demo-shape";

/** The claimants of the demo desk. */
export const demoClaimants: DemoName[] = [
  {
    key: "crypto-news-author",
    names: { en: "Author of the crypto.news piece", ar: "كاتب مقال crypto.news" },
  },
  { key: "deepseek", names: { en: "DeepSeek", ar: "ديب سيك" } },
  { key: "alexander-vedyakhin", names: { en: "Alexander Vedyakhin", ar: "ألكسندر فيدياخين" } },
  { key: "jd-vance", names: { en: "JD Vance", ar: "جيه دي فانس" } },
  { key: "lou-qinjian", names: { en: "Lou Qinjian", ar: "لو تشينجيان" } },
];
