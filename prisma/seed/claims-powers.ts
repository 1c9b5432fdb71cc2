import type { DemoClaim, DemoEvidence } from "./demo-shape";

const sberbankReport: DemoEvidence = {
  url: "https://www.businesslive.co.za/bd/companies/financial-services/2025-02-06-russias-sberbank-to-work-with-china-on-ai-research/",
  title: "Russia’s Sberbank to work with China on AI research",
  publisher: "Business Day (Reuters)",
  publishedOn: "2025-02-06",
  stance: "supports",
  language: "en",
  excerpt: null,
  note: null,
  archiveUrl: null,
  accessedOn: "2025-05-15",
};

const vanceTranscript: DemoEvidence = {
  url: "https://www.aiinstitute.cloud/post/ai-summit-2025-by-world-leaders-in-paris",
  title: "Speech by the Vice President of the United States (transcript)",
  publisher: "AI Institute",
  publishedOn: "2025-02-11",
  stance: "supports",
  language: "en",
  excerpt: null,
  note: null,
  archiveUrl: null,
  accessedOn: "2025-05-20",
};

/** States, banks and statesmen. */
export const powerClaims: DemoClaim[] = [
  {
    slug: "sberbank-plans-research-with-china",
    text: {
      en: "Sberbank plans joint AI research with Chinese researchers.",
      ar: "يعتزم سبيربنك إجراء أبحاث مشتركة في الذكاء الاصطناعي مع باحثين صينيين.",
    },
    claimant: "alexander-vedyakhin",
    claimedAt: "2025-02-06",
    topics: ["geopolitics"],
    quote: "يعتزم إجراء أبحاث مشتركة مع علماء من الصين",
    stage: "published",
    evidence: [
      {
        ...sberbankReport,
        note: {
          en: "Vedyakhin said so to Reuters on 6 February 2025; no Chinese partner was named.",
          ar: "قال فيدياخين ذلك لرويترز في 6 فبراير 2025، ولم يُذكر اسم أي شريك صيني.",
        },
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "The bank’s first deputy chief executive said so to Reuters.",
          ar: "صرّح بذلك لرويترز النائب الأول لرئيس المصرف التنفيذي.",
        },
        reasons: {
          en: "The statement of 6 February 2025 is reported by Reuters. It is about a plan, and names no partner in China.",
          ar: "نقلت رويترز التصريح في 6 فبراير 2025. وهو حديث عن خطة، من دون تسمية شريك في الصين.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-05-16T11:00:00.000Z",
        publishedAt: "2025-05-17T08:00:00.000Z",
      },
    ],
  },
  {
    slug: "sberbank-released-gigachat-in-2023",
    text: {
      en: "Sberbank released its GigaChat model in 2023.",
      ar: "أطلق سبيربنك نموذجه «جيجاتشات» عام ٢٠٢٣.",
    },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["geopolitics", "markets"],
    quote: "أطلق نموذجه GigaChat عام ٢٠٢٣",
    stage: "published",
    evidence: [
      {
        ...sberbankReport,
        note: { en: "The report gives the year.", ar: "يذكر التقرير السنة." },
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: { en: "Reuters reports the same year.", ar: "تذكر رويترز السنة نفسها." },
        reasons: {
          en: "The report on the bank’s plans mentions the release of GigaChat in 2023.",
          ar: "يشير التقرير عن خطط المصرف إلى إطلاق GigaChat عام 2023.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-18T10:30:00.000Z",
        publishedAt: "2025-05-19T07:50:00.000Z",
      },
    ],
  },
  {
    slug: "vance-american-ai-gold-standard",
    text: {
      en: "JD Vance said in Paris in February 2025 that American AI would remain the “gold standard”.",
      ar: "قال جيه دي فانس في باريس في فبراير 2025 إن الذكاء الاصطناعي الأمريكي سيبقى «المعيار الذهبي».",
    },
    claimant: "jd-vance",
    claimedAt: "2025-02-11",
    topics: ["geopolitics", "regulation"],
    quote: "تقنية بلاده ستبقى «المعيار الذهبي» في العالم",
    stage: "published",
    evidence: [
      {
        ...vanceTranscript,
        note: {
          en: "The words “gold standard” are in the transcript.",
          ar: "ترد عبارة «المعيار الذهبي» في نص الخطاب.",
        },
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "The words are in his speech of 11 February 2025 at the AI Action Summit.",
          ar: "العبارة في خطابه يوم 11 فبراير 2025 في قمة العمل من أجل الذكاء الاصطناعي.",
        },
        reasons: {
          en: "A transcript of the speech carries the statement, with the place and the date that the article gives.",
          ar: "يتضمن نص الخطاب هذا القول، بالمكان والتاريخ اللذين يذكرهما المقال.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-05-21T09:00:00.000Z",
        publishedAt: "2025-05-21T13:10:00.000Z",
      },
    ],
  },
  {
    slug: "vance-regulation-could-kill-ai",
    text: {
      en: "JD Vance warned that too much regulation could kill the AI sector.",
      ar: "حذّر جيه دي فانس من أن الإفراط في التنظيم قد يقضي على قطاع الذكاء الاصطناعي.",
    },
    claimant: "jd-vance",
    claimedAt: "2025-02-11",
    topics: ["regulation"],
    quote: "الإفراط في التنظيم سيقتل قطاعًا ما زال في بداياته",
    stage: "published",
    evidence: [
      {
        ...vanceTranscript,
        note: {
          en: "He said that it “could kill a transformative industry”; the Arabic says that it will.",
          ar: "قال إن ذلك «قد يقتل صناعة تحويلية»، أما النص العربي فيجزم بأنه سيفعل.",
        },
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "He warned that excessive regulation will kill the industry.",
          ar: "حذّر من أن الإفراط في التنظيم سيقتل الصناعة.",
        },
        reasons: {
          en: "The warning is in the transcript of the speech of 11 February 2025.",
          ar: "التحذير وارد في نص خطاب 11 فبراير 2025.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-22T10:00:00.000Z",
        publishedAt: "2025-05-23T09:15:00.000Z",
      },
      {
        kind: "correction",
        rating: "verified",
        summary: {
          en: "He warned that excessive regulation “could kill” the industry; the Arabic edition makes it a certainty.",
          ar: "حذّر من أن الإفراط في التنظيم «قد يقتل» الصناعة، أما الطبعة العربية فجعلته أمرًا محتومًا.",
        },
        reasons: {
          en: "The transcript of the speech of 11 February 2025 has the warning with “could”. The Arabic article says “will”. The gist of the claim is right.",
          ar: "يرد التحذير في نص خطاب 11 فبراير 2025 بصيغة الاحتمال «قد»، بينما يجزم المقال العربي. وجوهر الادعاء صحيح.",
        },
        note: {
          en: "Our summary had “will” where the speech has “could”. The rating stays; summary and reasons are mended.",
          ar: "جاء في خلاصتنا «سيقتل» حيث يقول الخطاب «قد يقتل». بقي التصنيف، وصُحّحت الخلاصة والأسباب.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-06-30T08:00:00.000Z",
        publishedAt: "2025-07-01T11:25:00.000Z",
      },
    ],
  },
  {
    slug: "small-startups-can-compete",
    text: {
      en: "Small startups can now compete with Google and OpenAI.",
      ar: "تستطيع الشركات الناشئة الصغيرة الآن منافسة Google وOpenAI.",
    },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["markets"],
    quote: "بوسع الشركات الناشئة الصغيرة اليوم أن تنافس Google وOpenAI",
    stage: "published",
    evidence: [],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "unproven",
        summary: { en: "A forecast, not a checkable fact.", ar: "توقّع، لا حقيقة يمكن التحقق منها." },
        reasons: {
          en: "Whether small companies can hold their own will show in the years to come. There is nothing yet by which the statement could be decided.",
          ar: "ستُظهر السنوات المقبلة هل تصمد الشركات الصغيرة. ولا يوجد حتى الآن ما يحسم هذا القول.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-26T12:00:00.000Z",
        publishedAt: "2025-05-27T10:00:00.000Z",
      },
    ],
  },
  {
    slug: "deepseek-shocked-markets-in-january",
    text: {
      en: "DeepSeek shocked world markets in January.",
      ar: "أحدث ديب سيك صدمة في الأسواق العالمية في يناير.",
    },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["markets"],
    quote: "DeepSeek هزّت البورصات العالمية في يناير",
    stage: "assigned",
    assignee: "layla",
    evidence: [],
    appearances: [],
    revisions: [],
  },
  {
    slug: "russian-ai-capabilities-are-secret",
    text: {
      en: "Russia’s own AI capabilities are kept secret.",
      ar: "تحيط روسيا قدراتها في الذكاء الاصطناعي بالسرية.",
    },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["geopolitics"],
    quote: "ما تملكه روسيا من قدرات في هذا الميدان محاط بالكتمان",
    stage: "inbox",
    evidence: [],
    appearances: [],
    revisions: [],
  },
  {
    slug: "chinese-companies-lead-ai-race",
    text: {
      en: "Chinese companies lead the AI arms race.",
      ar: "تتصدر الشركات الصينية سباق التسلح بالذكاء الاصطناعي.",
    },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["geopolitics"],
    quote: "الشركات الصينية في رأيه صاحبة الصدارة في سباق التسلح بالذكاء الاصطناعي",
    stage: "inbox",
    evidence: [],
    appearances: [],
    revisions: [],
  },
];
