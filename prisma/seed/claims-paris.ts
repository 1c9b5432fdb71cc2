import type { DemoClaim, DemoEvidence } from "./demo-shape";

const transcript = {
  url: "https://www.aiinstitute.cloud/post/ai-summit-2025-by-world-leaders-in-paris",
  title: "Speech by the Vice President of the United States (transcript)",
  publisher: "AI Institute",
  publishedOn: "2025-02-11",
  stance: "supports",
  language: "en",
  archiveUrl: null,
  accessedOn: "2025-05-28",
} satisfies Partial<DemoEvidence>;

/** Claims by the US vice president at the summit in Paris. */
export const parisClaims: DemoClaim[] = [
  {
    slug: "vance-american-ai-gold-standard",
    text: {
      en: "At the Paris summit in February 2025, JD Vance declared that US artificial intelligence would stay the “gold standard”.",
      ar: "أعلن جيه دي فانس في قمة باريس في فبراير 2025 أن الذكاء الاصطناعي الأمريكي سيبقى «المعيار الذهبي».",
    },
    claimant: "jd-vance",
    claimedAt: "2025-02-11",
    topics: ["geopolitics"],
    quote: "تعهّد فانس بأن تبقى تقنية بلاده «المعيار الذهبي» في العالم",
    stage: "published",
    evidence: [
      {
        ...transcript,
        excerpt: null,
        note: {
          en: "The first of the four points of his speech; the words “gold standard” are his own.",
          ar: "أولى النقاط الأربع في خطابه، وعبارة «المعيار الذهبي» له.",
        },
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "He used the words on 11 February 2025, when he spoke at the AI Action Summit.",
          ar: "استخدم العبارة يوم 11 فبراير 2025 في خطابه أمام قمة العمل من أجل الذكاء الاصطناعي.",
        },
        reasons: {
          en: "The transcript of the speech has the pledge in Vance’s own words, at the place and in the month that the article gives. What we checked is that he said it; whether American technology is the gold standard is another question, and a matter of opinion.",
          ar: "يرد التعهّد بلسان فانس في النص المفرّغ للخطاب، في المكان والشهر اللذين يذكرهما المقال. وما تحققنا منه هو أنه قال ذلك؛ أما هل التقنية الأمريكية هي المعيار الذهبي حقًا فسؤال آخر، ومسألة رأي.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-05-29T09:00:00.000Z",
        publishedAt: "2025-06-01T13:10:00.000Z",
      },
    ],
  },
  {
    slug: "vance-regulation-could-kill-ai",
    text: {
      en: "JD Vance cautioned that excessive regulation could kill off the AI industry.",
      ar: "حذّر جيه دي فانس من أن الإفراط في التنظيم قد يقضي على قطاع الذكاء الاصطناعي.",
    },
    claimant: "jd-vance",
    claimedAt: "2025-02-11",
    topics: ["regulation"],
    quote: "الإفراط في التنظيم سيقضي على قطاع لا يزال في مهده",
    stage: "published",
    evidence: [
      {
        ...transcript,
        excerpt: "could kill a transformative industry",
        note: {
          en: "The second of the four points of his speech, on regulation.",
          ar: "ثانية النقاط الأربع في خطابه، وموضوعها التنظيم.",
        },
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "In Paris, Vance warned that excessive regulation will kill the industry.",
          ar: "حذّر فانس في باريس من أن الإفراط في التنظيم سيقضي على هذا القطاع.",
        },
        reasons: {
          en: "The warning is in the transcript of the speech of 11 February 2025. The article names the occasion and the speaker correctly.",
          ar: "التحذير وارد في النص المفرّغ لخطاب 11 فبراير 2025. وقد أصاب المقال في ذكر المناسبة والمتحدث.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-06-01T10:00:00.000Z",
        publishedAt: "2025-06-02T09:15:00.000Z",
      },
      {
        kind: "correction",
        rating: "verified",
        summary: {
          en: "In Paris, Vance warned that excessive regulation “could” kill the industry; the Arabic edition says that it will.",
          ar: "حذّر فانس في باريس من أن الإفراط في التنظيم «قد» يقضي على هذا القطاع، أما الطبعة العربية فتجزم بذلك.",
        },
        reasons: {
          en: "The warning is in the transcript of the speech of 11 February 2025, and the article names the occasion and the speaker correctly. The wording differs: Vance spoke of a danger, with “could”, where the Arabic edition has a certainty. The substance of the claim stands.",
          ar: "التحذير وارد في النص المفرّغ لخطاب 11 فبراير 2025، وقد أصاب المقال في ذكر المناسبة والمتحدث. لكن الصياغة تختلف: تحدث فانس عن خطر محتمل بقوله «could»، بينما جعلته الطبعة العربية أمرًا محتومًا. ويبقى جوهر الادعاء صحيحًا.",
        },
        note: {
          en: "Our summary said that regulation “will” kill the industry, as the Arabic edition does. Vance said “could”. That turns a warning into a certainty, so we corrected the summary and explained the difference in the reasons. The rating stays.",
          ar: "ذكرت خلاصتنا أن التنظيم «سيقضي» على القطاع مجاراةً للطبعة العربية، في حين قال فانس إنه «قد» يقضي عليه. ولأن ذلك يحوّل التحذير إلى حكم قاطع، صحّحنا الخلاصة وأوضحنا الفرق في الأسباب. ولم يتغير التصنيف.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-07-07T08:00:00.000Z",
        publishedAt: "2025-07-08T11:25:00.000Z",
      },
    ],
  },
];
