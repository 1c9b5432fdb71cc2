import { aClaim, anArticle, somebody } from "@/tests/factories/desk";
import type { SearchCase } from "./cases";

type NewsClaim = { language: "en" | "ar"; text: string; claimant?: string };

/** Claims as messages and newspapers write them, beside those of the demo desk: signs, digits and forms of all kinds. */
export const newsClaims = {
  covid5g: { language: "en", text: "5G causes COVID-19." },
  october: { language: "en", text: "The border opened again on 8th October after the raid." },
  cold: { language: "en", text: "Temperatures in the valley reached -5 °C in April." },
  shrank: { language: "en", text: "The economy of the island shrank: -3.2% in one year." },
  spending: { language: "en", text: "Topic:health spending doubled." },
  alarms: { language: "en", text: "Status:false alarms rose by a half in the port" },
  dash: { language: "en", text: "Flood -what officials knew- was hidden: 40 villages were never warned" },
  quoted: { language: "en", text: 'The mayor said “nobody drowned" and left the city.' },
  recipe: { language: "en", text: "Half of it: ½ of all bread is thrown away." },
  plot: { language: "en", text: "The 4×4 plots of 30 m² sold for 10⁶ rupees." },
  minus: { language: "en", text: "The glacier\u2019s balance was \u22127 metres of ice" },
  laptops: { language: "en", text: "GPT-4 wrote the ministry\u2019s 16 page report on F-35 jets." },
  vaccines: { language: "en", text: "Vaccines contain microchips that track every citizen" },
  gardens: { language: "en", text: "Citizens track vaccines with a public register of gardens." },
  metres: { language: "ar", text: "سقطت الصخرة من ارتفاع 400 متر فوق الطريق." },
  touching: { language: "ar", text: "ركض العداء 800متر في دقيقة واحدة." },
  fiveHundred: { language: "ar", text: "مُنحت المستشفيات ب500 مليون ريال معدات جديدة." },
  civilians: { language: "ar", text: "قُتل جندي و٤ مدنيين في الغارة." },
  threeYears: { language: "ar", text: "حُكم عليه بالسجن لـ٣ سنوات بتهمة الرشوة." },
  betweenYears: { language: "ar", text: "تضاعفت الديون بين عامي ٢٠١٩ و٢٠٢٤ في البلاد." },
  revolution: { language: "ar", text: "قادت النقابات ثورة الخبز في الجنوب." },
  revolutionTo: { language: "ar", text: "دعا الخطيب لثورة جديدة على الضرائب." },
  revolutionThe: { language: "ar", text: "فشلت الثورة الصناعية في القرى." },
  brawl: { language: "ar", text: "وقع شجار البرلمان بسبب قانون الموازنة." },
  law: { language: "ar", text: "يمنع القانون الجديد بيع الأراضي للأجانب." },
  people: { language: "ar", text: "انخفض عدد السكان في العاصمة." },
  official: { language: "ar", text: "قال مسؤول كبير إن السد آمن." },
  officials: { language: "ar", text: "استقال مسئولون من وزارة الري." },
  million: { language: "ar", text: "خسر الصندوق مليونا من الأسهم." },
  corona: { language: "ar", text: "صُنع فيروس كورونا في مختبر." },
  korea: { language: "ar", text: "أطلقت كوريا الشمالية صاروخا." },
  libyan: { language: "ar", text: "أغلق الجيش الليبي المعبر." },
  filipino: { language: "ar", text: "غرق الصياد الفلبيني قرب الجزيرة." },
  colon: { language: "ar", text: "عاجل: إغلاق المدارس - وزارة التعليم تؤكد" },
  spelled: { language: "ar", text: "أكل الطفل ½ رغيف فقط" },
  jets: { language: "en", text: "The U.S. sold 40 F-16s and 12 AK-47s to Ruritania in the 1990s." },
  tag: { language: "en", text: "BREAKING 🚨 #HarbourCeasefire signed, says @BBCWorld 👇" },
  address: {
    language: "en",
    text: "Source: www.example-news.com/2023/insulin?id=55 says it can\u2019t run out",
  },
  percent: { language: "ar", text: "ارتفعت أسعار الخبز بنسبة ٪٣٥ وتراجع الدينار." },
  year: { language: "ar", text: "عام:1987 كان الأسوأ في المناجم" },
  dam: { language: "ar", text: "انهار سد النهر وأصيب متهمان كانا قربه." },
} satisfies Record<string, NewsClaim>;
export type NewsClaimName = keyof typeof newsClaims;

/** Writes the claims; returns the slug of each. */
export async function loadNewsClaims(): Promise<Record<NewsClaimName, string>> {
  const editor = await somebody("editor");
  const text = Object.values(newsClaims)
    .map((claim) => claim.text)
    .join("\n\n");
  const articleId = (await anArticle(editor, { title: "Messages", text, language: "en" })).id;
  const slugs: Partial<Record<NewsClaimName, string>> = {};
  for (const [name, claim] of Object.entries(newsClaims)) {
    const { language, text }: NewsClaim = claim;
    const { slug } = await aClaim(editor, {
      articleId,
      language,
      text: { [language]: text },
      quote: text,
      claimant: { en: "Forwarded message", ar: "رسالة متداولة" },
    });
    slugs[name as NewsClaimName] = slug;
  }
  return slugs as Record<NewsClaimName, string>;
}

type NewsCase = { finds: NewsClaimName[]; not: NewsClaimName[]; queries: string[] };

const cases: NewsCase[] = [
  {
    finds: ["covid5g"],
    not: ["october", "laptops", "vaccines"],
    queries: [
      ...[
        "5G causes COVID-19.",
        "5g covid",
        "5 G",
        "5G",
        "covid19",
        "COVID 19",
        "Covid-19",
        "٥G",
        '"COVID-19"',
      ],
      ...["“5G causes COVID-19", "5G causes COVID\u201119", "5G: causes - COVID-19!", "causes covid"],
    ],
  },
  {
    finds: ["october"],
    not: ["covid5g", "cold"],
    queries: [
      "8th October",
      "8 October",
      "October 8",
      "٨ October",
      "8th Octobre",
      "border opend",
      "raid 8th",
    ],
  },
  {
    finds: ["cold"],
    not: ["shrank", "minus"],
    queries: [
      ...[
        "reached -5 °C",
        "-5 °C",
        "reached −5 °C",
        "reached -5°C",
        "5 °C",
        "valley -5",
        "temperature reached -٥",
      ],
      ...["Temperatures in the valley reached -5 °C in April.", "valley -october"],
    ],
  },
  {
    finds: ["shrank"],
    not: ["cold", "minus"],
    queries: [
      "shrank: -3.2%",
      "shrank -3.2 %",
      "economy −3.2%",
      "-٣٫٢٪",
      "shrank 3.2 percent",
      "island economy -valley",
    ],
  },
  {
    finds: ["spending"],
    not: ["covid5g", "quoted"],
    queries: [
      ...[
        "Topic:health spending doubled.",
        "topic: health spending",
        "health spending doubled",
        "Topic:health doubled",
      ],
      ...["topic:health", "spending:doubled", "health -vaccines"],
    ],
  },
  {
    finds: ["alarms"],
    not: ["dash", "cold"],
    queries: [
      "Status:false alarms",
      "status: false alarms",
      "false alarms",
      "STATUS:FALSE ALARMS port",
      "alarm status",
    ],
  },
  {
    finds: ["dash"],
    not: ["quoted", "cold"],
    queries: [
      ...["Flood -what officials knew- was hidden: 40 villages were never warned"],
      ...[
        "FLOOD – what officials knew – was hidden",
        "hidden: 40 villages",
        "flood: officials knew",
        "40 villages",
      ],
      ...["Flood - what officials knew", "flood OR nothing villages"],
    ],
  },
  {
    finds: ["quoted"],
    not: ["dash", "vaccines"],
    queries: [
      ...[
        'The mayor said “nobody drowned" and left the city.',
        '"nobody drowned"',
        'said "nobody drowned',
        "mayor nobody",
      ],
      ...['nobody drowned"', "“nobody drowned” city", "mayro drowned", "mayor’s city"],
    ],
  },
  {
    finds: ["recipe"],
    not: ["plot", "covid5g"],
    queries: ["½ of all bread", "1/2 of all bread", "1⁄2 bread", "half bread"],
  },
  {
    finds: ["plot"],
    not: ["recipe", "covid5g"],
    queries: ["4×4", "4x4", "4 x 4 plots", "30 m²", "30 m2", "30m²", "10⁶ rupees", "10^6 rupees"],
  },
  {
    finds: ["minus"],
    not: ["cold", "shrank"],
    queries: ["−7 metres", "-7 metres", "balance -7", "glacier –7"],
  },
  {
    finds: ["laptops"],
    not: ["covid5g", "plot"],
    queries: ["gpt4 report", "GPT 4 ministry", "F35 jets", "F-35", "f 35 jets", "16-page report"],
  },
  {
    finds: ["vaccines"],
    not: ["covid5g", "cold"],
    queries: ["vaccines contain microchips", "vaccine microchip", "vacicnes microchips", "microhcips"],
  },
  {
    finds: ["metres"],
    not: ["fiveHundred", "civilians", "touching"],
    queries: ["400متر", "400 متر", "٤٠٠متر", "٤٠٠ مترا", "بارتفاع ٤٠٠ متر"],
  },
  {
    finds: ["touching"],
    not: ["metres", "civilians"],
    queries: ["800متر", "800 متر", "٨٠٠ متر", "العداء 800", "«800 متر»"],
  },
  {
    finds: ["fiveHundred"],
    not: ["civilians", "million"],
    queries: [
      "ب500 مليون",
      "500 مليون",
      "بـ٥٠٠ مليون ريال",
      "500 مليون ريال",
      "و500 مليون",
      "المستشفى ب500 مليون",
    ],
  },
  {
    finds: ["civilians"],
    not: ["threeYears", "fiveHundred"],
    queries: ["و٤ مدنيين", "٤ مدنيين", "4 مدنيين", "مدني و٤"],
  },
  {
    finds: ["threeYears"],
    not: ["civilians", "betweenYears"],
    queries: ["لـ٣ سنوات", "٣ سنوات", "3 سنوات", "السجن ل3 سنوات"],
  },
  {
    finds: ["betweenYears"],
    not: ["threeYears", "metres"],
    queries: [
      "عامي ٢٠١٩ و٢٠٢٤",
      "عامي 2019 و2024",
      "2019 2024 الديون",
      "بين عامي ٢٠١٩ و ٢٠٢٤",
      "لعامي ٢٠١٩ و٢٠٢٤",
    ],
  },
  {
    finds: ["revolution", "revolutionTo", "revolutionThe"],
    not: ["law", "corona"],
    queries: ["ثورة", "لثورة", "الثورة", "للثورة", "والثورة", "بثورة", "وبالثورة", "ثوره", "كالثورة"],
  },
  {
    finds: ["brawl"],
    not: ["law", "people"],
    queries: [
      ...["شجار البلرمان", "شجار البرلمان", "شجار برلمان", "شجار للبرلمان", "شجار البرلمن", "شاجر البرلمان"],
      ...["شجار بالبرلمان", "شجار البرلماني"],
    ],
  },
  {
    finds: ["law", "brawl"],
    not: ["corona", "people"],
    queries: ["قانون", "القانون", "للقانون", "بالقانون", "وقانون", "القانوني"],
  },
  {
    finds: ["people"],
    not: ["law", "libyan"],
    queries: ["سكان", "السكان", "للسكان", "سكانها", "وسكان العاصمة"],
  },
  {
    finds: ["official", "officials"],
    not: ["people", "libyan"],
    queries: ["مسؤول", "مسئول", "المسؤول", "المسئولين", "مسؤولون", "لمسؤولين", "للمسئول"],
  },
  {
    finds: ["million"],
    not: ["metres", "civilians"],
    queries: ["مليون من الأسهم", "مليونا", "المليون الأسهم"],
  },
  {
    finds: ["corona"],
    not: ["korea", "filipino"],
    queries: ["كورونا", "لكورونا", "فيروس كورونا", "كوورنا", "الكورونا"],
  },
  {
    finds: ["korea"],
    not: ["corona", "libyan"],
    queries: ["كوريا", "كوري", "الكورية", "لكوريا", "بكوريا الشمالية"],
  },
  {
    finds: ["libyan"],
    not: ["filipino", "korea"],
    queries: ["الليبي", "ليبي", "ليبيا", "الليبيين", "لليبيا"],
  },
  {
    finds: ["filipino"],
    not: ["libyan", "korea"],
    queries: ["الفلبيني", "الفلبين", "فلبيني", "للفلبين", "الصياد الفليبيني"],
  },
  {
    finds: ["colon"],
    not: ["law", "corona"],
    queries: [
      ...[
        "عاجل: إغلاق المدارس - وزارة التعليم تؤكد",
        "عاجل:إغلاق المدارس -وزارة التعليم تؤكد",
        "عاجل : اغلاق المدارس",
      ],
      ...["إغلاق المدارس – وزارة التعليم"],
    ],
  },
  {
    finds: ["jets"],
    not: ["laptops", "tag"],
    queries: [
      ...["U.S. sold", "US sold", "U.S sold 40 F-16", "F16 Ruritania", "F-16s", "AK47", "AK-47"],
      ...["AK47s", "1990s Ruritania", "the 1990\u2019s Ruritania"],
    ],
  },
  {
    finds: ["tag"],
    not: ["jets", "address"],
    queries: [
      ...["#HarbourCeasefire", "harbourceasefire", "Harbour Ceasefire signed", '"harbour ceasefire"'],
      ...["BBC World", "@BBCWorld", "#HarbourCeasefire signed 🚨"],
    ],
  },
  {
    finds: ["address"],
    not: ["tag", "jets"],
    queries: [
      ...["https://www.example-news.com/2023/insulin?id=55", "http://example-news.com/2023/insulin"],
      ...["www.example-news.com", "insulin cant run", "insulin can't run out", "insulin can’t"],
    ],
  },
  {
    finds: ["percent"],
    not: ["million", "metres"],
    queries: ["٪٣٥", "٣٥٪", "%35", "35%", "بنسبة 35 %", "35 في المئة", "الخبز 35 بالمئة"],
  },
  { finds: ["year"], not: ["law", "dam"], queries: ["عام:1987", "عام:١٩٨٧ كان", "عام 1987"] },
  {
    finds: ["dam"],
    not: ["law", "official"],
    queries: ["لسد النهر", "سد النهر", "بسد النهر", "متهم سد", "المتهمين النهر", "متهمان"],
  },
  { finds: ["spelled"], not: ["recipe", "corona"], queries: ["½ رغيف", "1/2 رغيف", "١/٢ رغيف"] },
];

/** What a reader types over these claims. */
export const newsQueries = cases.flatMap(({ finds, not, queries }) =>
  queries.map((q) => ({ q, finds, not })),
);

/** The same with the slugs of the claims. */
export function newsCases(slugs: Record<NewsClaimName, string>): SearchCase[] {
  const of = (names: NewsClaimName[]) => names.map((name) => slugs[name]);
  return newsQueries.map(({ q, finds, not }) => ({ q, finds: of(finds), not: of(not) }));
}
