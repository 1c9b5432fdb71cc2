import type { DemoClaim } from "./demo-shape";

/** The author's claims about markets and powers: one has a verdict, the others wait. */
export const outlookClaims: DemoClaim[] = [
  {
    slug: "small-startups-can-compete",
    text: {
      en: "Startups without great means are now able to rival Google and OpenAI.",
      ar: "باتت الشركات الناشئة المحدودة الموارد قادرة على منافسة Google وOpenAI.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["markets"],
    quote: "الشركات الناشئة الصغيرة صارت قادرة على منافسة Google وOpenAI",
    stage: "published",
    evidence: [],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "unproven",
        summary: {
          en: "This is a forecast, and nothing yet decides it either way.",
          ar: "هذا توقّع، ولا شيء يحسمه حتى الآن في أي اتجاه.",
        },
        reasons: {
          en: "The sentence is put as a fact, but it is a forecast: whether small companies can hold their own against the largest will show in the years to come. The article names no such company and no measure of success. If evidence appears, we shall take the claim up again.",
          ar: "صيغت العبارة على أنها واقع، لكنها توقّع: فقدرة الشركات الصغيرة على الصمود أمام الكبرى أمر ستكشفه السنوات المقبلة. ولا يسمّي المقال شركة بعينها ولا معيارًا للنجاح. وإذا ظهرت أدلة عدنا إلى الادعاء.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-04-27T12:00:00.000Z",
        publishedAt: "2025-04-28T10:00:00.000Z",
      },
    ],
  },
  {
    slug: "deepseek-shocked-markets-in-january",
    text: {
      en: "In January 2025, DeepSeek sent a shock through markets worldwide.",
      ar: "أحدثت ديب سيك صدمة في أسواق العالم في يناير 2025.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["markets"],
    quote: "DeepSeek أحدثت في يناير صدمة في الأسواق العالمية",
    stage: "assigned",
    assignee: "layla",
    evidence: [],
    appearances: [],
    revisions: [],
  },
  {
    slug: "russian-ai-capabilities-are-secret",
    text: {
      en: "What Russia itself can do in AI is kept from public view.",
      ar: "تُبقي روسيا قدراتها الذاتية في الذكاء الاصطناعي بعيدة عن العلن.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["geopolitics"],
    quote: "تبقى قدرات روسيا في الذكاء الاصطناعي طيّ الكتمان",
    stage: "inbox",
    evidence: [],
    appearances: [],
    revisions: [],
  },
  {
    slug: "chinese-companies-lead-ai-race",
    text: {
      en: "Companies from China are out in front in the AI arms race.",
      ar: "الشركات الصينية في صدارة سباق التسلّح بالذكاء الاصطناعي.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["geopolitics"],
    quote: "الشركات الصينية باتت في مقدمة سباق التسلّح بالذكاء الاصطناعي",
    stage: "inbox",
    evidence: [],
    appearances: [],
    revisions: [],
  },
];
