import type { DemoClaim } from "./demo-shape";

/** Claims by and about the spokesman of China's congress. */
export const congressClaims: DemoClaim[] = [
  {
    slug: "lou-qinjian-praised-open-source",
    text: {
      en: "Lou Qinjian commended DeepSeek for working in open source.",
      ar: "أثنى لو تشينجيان على اعتماد ديب سيك نهج المصدر المفتوح.",
    },
    claimant: "lou-qinjian",
    claimedAt: "2025-03-04",
    topics: ["open-source", "geopolitics"],
    quote: "أشاد لو بنهج ديب سيك القائم على المصدر المفتوح",
    stage: "published",
    evidence: [
      {
        url: "https://news.futunn.com/en/post/53870705/discussing-deepseek-the-usa-s-increased-tariffs-and-other-hot",
        title: "Press conference of the third session of the 14th NPC",
        publisher: "Futu News",
        publishedOn: "2025-03-04",
        stance: "supports",
        language: "en",
        excerpt: null,
        note: {
          en: "A report of the press conference of 4 March 2025, at which Lou spoke for the National People’s Congress.",
          ar: "تقرير عن المؤتمر الصحفي الذي عُقد في 4 مارس 2025 وتحدث فيه لو باسم المجلس الوطني لنواب الشعب.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-12",
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "He did so on 4 March 2025, as spokesman of the National People’s Congress.",
          ar: "قال ذلك في 4 مارس 2025 بصفته المتحدث باسم المجلس الوطني لنواب الشعب.",
        },
        reasons: {
          en: "Lou spoke about DeepSeek at the press conference before the annual session of the congress, and the report of it bears the claim out. The article leaves out the occasion and his office: he spoke for the congress, not as an observer of the industry.",
          ar: "تحدث لو عن ديب سيك في المؤتمر الصحفي الذي سبق الدورة السنوية للمجلس، والتقرير عنه يؤيد الادعاء. وقد أغفل المقال المناسبة والصفة: فقد كان لو يتحدث باسم المجلس، لا بوصفه مراقبًا لهذا القطاع.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-13T09:00:00.000Z",
        publishedAt: "2025-05-14T09:30:00.000Z",
      },
    ],
  },
  {
    slug: "lou-qinjian-is-a-computer-scientist",
    text: {
      en: "The Chinese politician Lou Qinjian is also a computer scientist.",
      ar: "السياسي الصيني لو تشينجيان عالِم حاسوب أيضًا.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["geopolitics"],
    quote: "لو تشينجيان، وهو بحسب المقال سياسي صيني وعالِم حاسوب",
    stage: "in_review",
    assignee: "yusuf",
    evidence: [],
    appearances: [],
    revisions: [],
  },
];
