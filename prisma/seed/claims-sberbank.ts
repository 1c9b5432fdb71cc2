import type { DemoClaim, DemoEvidence } from "./demo-shape";

const report = {
  url: "https://www.businesslive.co.za/bd/companies/financial-services/2025-02-06-russias-sberbank-to-work-with-china-on-ai-research/",
  title: "Russia’s Sberbank to work with China on AI research",
  publisher: "Business Day (Reuters)",
  publishedOn: "2025-02-06",
  stance: "supports",
  language: "en",
  archiveUrl: null,
} satisfies Partial<DemoEvidence>;

/** Claims about the Russian bank and its plans. */
export const sberbankClaims: DemoClaim[] = [
  {
    slug: "sberbank-plans-research-with-china",
    text: {
      en: "Sberbank intends to carry out AI research together with researchers from China.",
      ar: "يعتزم مصرف سبيربنك إجراء أبحاث مشتركة في الذكاء الاصطناعي مع باحثين صينيين.",
    },
    claimant: "alexander-vedyakhin",
    claimedAt: "2025-02-06",
    topics: ["geopolitics"],
    quote: "المصرف يخطط لأبحاث مشتركة مع باحثين صينيين",
    stage: "published",
    evidence: [
      {
        ...report,
        excerpt: "we plan to conduct joint research projects with researchers from China",
        note: {
          en: "Vedyakhin’s words to Reuters, reported on 6 February 2025. The report adds that he named no partner in China.",
          ar: "كلام فيدياخين لرويترز كما نُشر في 6 فبراير 2025. ويضيف التقرير أنه لم يسمِّ أي شريك في الصين.",
        },
        accessedOn: "2025-05-13",
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "The bank’s first deputy chief executive said so to Reuters, without naming a partner.",
          ar: "صرّح بذلك لرويترز النائب الأول للرئيس التنفيذي للمصرف، من دون أن يسمّي شريكًا.",
        },
        reasons: {
          en: "Reuters quotes Alexander Vedyakhin directly in a report of 6 February 2025, and the article renders his words faithfully. What is confirmed is the intention: no Chinese institution was named, and we have not found a project that has begun.",
          ar: "تنقل رويترز كلام ألكسندر فيدياخين بنصه في تقرير نُشر في 6 فبراير 2025، وقد أورده المقال بأمانة. والمؤكد هنا هو النية وحدها: فلم تُذكر أي مؤسسة صينية، ولم نعثر على مشروع بدأ بالفعل.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-05-15T11:00:00.000Z",
        publishedAt: "2025-05-18T08:00:00.000Z",
      },
    ],
  },
  {
    slug: "sberbank-released-gigachat-in-2023",
    text: {
      en: "Sberbank’s GigaChat model came out in 2023.",
      ar: "أطلق مصرف سبيربنك نموذجه GigaChat عام 2023.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["geopolitics", "markets"],
    quote: "أطلق نموذجه GigaChat في عام ٢٠٢٣",
    stage: "published",
    evidence: [
      {
        ...report,
        excerpt: "released its GigaChat model in 2023",
        note: {
          en: "The report gives the year in passing, as background on the bank.",
          ar: "يذكر التقرير السنة عرَضًا في سياق تعريفه بالمصرف.",
        },
        accessedOn: "2025-06-17",
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "Reuters gives the same year for the release.",
          ar: "تذكر رويترز السنة نفسها لإطلاق النموذج.",
        },
        reasons: {
          en: "The Reuters report on the bank’s plans in China dates the release of GigaChat to 2023, as the article does. The article writes the year in Arabic-Indic digits (٢٠٢٣); it is the same year.",
          ar: "يؤرّخ تقرير رويترز عن خطط المصرف في الصين إطلاق GigaChat بعام 2023، وهو ما يقوله المقال. وقد كُتبت السنة في المقال بالأرقام العربية المشرقية (٢٠٢٣)، وهي السنة ذاتها.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-06-18T10:30:00.000Z",
        publishedAt: "2025-06-19T07:50:00.000Z",
      },
    ],
  },
];
