import type { DemoNamed } from "./demo-shape";

export const demoTopics: DemoNamed[] = [
  { key: "cost", names: { en: "Cost", ar: "التكلفة" } },
  { key: "hardware", names: { en: "Hardware", ar: "العتاد" } },
  { key: "method", names: { en: "Method", ar: "أساليب التدريب" } },
  { key: "open-source", names: { en: "Open source", ar: "المصدر المفتوح" } },
  { key: "geopolitics", names: { en: "Geopolitics", ar: "الجغرافيا السياسية" } },
  { key: "regulation", names: { en: "Regulation", ar: "التنظيم" } },
  { key: "markets", names: { en: "Markets", ar: "الأسواق" } },
];
