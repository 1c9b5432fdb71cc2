import type { DemoName } from "./demo-shape";

/** The topics of the demo desk. */
export const demoTopics: DemoName[] = [
  { key: "cost", names: { en: "Cost", ar: "الكلفة" } },
  { key: "hardware", names: { en: "Hardware", ar: "العتاد" } },
  { key: "method", names: { en: "Training methods", ar: "أساليب التدريب" } },
  { key: "open-source", names: { en: "Open source", ar: "المصدر المفتوح" } },
  { key: "geopolitics", names: { en: "Geopolitics", ar: "الجغرافيا السياسية" } },
  { key: "regulation", names: { en: "Regulation", ar: "التشريع والتنظيم" } },
  { key: "markets", names: { en: "Markets", ar: "الأسواق" } },
];
