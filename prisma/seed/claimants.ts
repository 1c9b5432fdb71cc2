import type { DemoNamed } from "./demo-shape";

export const demoClaimants: DemoNamed[] = [
  {
    key: "crypto-news-author",
    names: { en: "Author of the crypto.news piece", ar: "كاتب مقال crypto.news" },
  },
  { key: "deepseek", names: { en: "DeepSeek", ar: "ديب سيك" } },
  { key: "alexander-vedyakhin", names: { en: "Alexander Vedyakhin", ar: "ألكسندر فيدياخين" } },
  { key: "jd-vance", names: { en: "JD Vance", ar: "جيه دي فانس" } },
  { key: "lou-qinjian", names: { en: "Lou Qinjian", ar: "لو تشينجيان" } },
];
