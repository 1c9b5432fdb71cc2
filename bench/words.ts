import { fold } from "@/lib/text/fold";

/** A text and its folded form, computed once per phrase. */
export type Phrase = { text: string; folded: string };

const phrase = (text: string): Phrase => ({ text, folded: fold(text) });
const list = (texts: string) => texts.split("|").map((text) => phrase(text.trim()));

type Vocabulary = { who: Phrase[]; did: Phrase[]; what: Phrase[]; where: Phrase[]; because: Phrase[] };

/** The parts of generated sentences: a subject, a verb, an object, a place and a reason. */
export const vocabulary: Record<"en" | "ar", Vocabulary> = {
  en: {
    who: list(
      "The ministry of health|A leading bank|The prime minister|An opposition leader|The central bank|A viral video|The electricity company|A football club|The national airline|The mayor of the capital|A group of doctors|The world's largest solar farm|The new labour law|A widely shared photograph|The finance minister|The border police",
    ),
    did: list(
      "has spent|will cut|has doubled|denied buying|approved|lost|has borrowed|claims to have saved|will import|secretly sold|has built|banned|vaccinated with|exported|cancelled|counted",
    ),
    what: list(
      "of public money on advertising|in subsidies for bread and fuel|tonnes of wheat from abroad|homes for refugee families|doses of an expired vaccine|megawatts of new power|jobs in the public sector|litres of water a day|votes in the last election|kilometres of railway|barrels of oil a day|hectares of forest",
    ),
    where: list(
      "in the northern provinces|across the whole region|since the last election|in only three months|during the pandemic|before the summer|within a single year|according to a leaked report|in the coastal cities|along the southern border",
    ),
    because: list(
      "The figure comes from a report that counts something else.|Official statistics published in the same week show about half of that.|The document that circulates is genuine, but it is four years old.|Three independent experts whom we asked agree with the order of magnitude.|The photograph was taken in another country, as its shadows and road signs show.|The budget law names this sum for the whole decade and not for one year.|The original interview was shortened so that the condition is missing.|The ministry did not answer our questions before we published.|A court decided on the matter and its judgment can be read online.|Satellite images of the place confirm what witnesses told us.",
    ),
  },
  ar: {
    who: list(
      "وزارة الصحة|مصرف كبير|رئيس الوزراء|زعيم في المعارضة|البنك المركزي|مقطع مصوّر متداول|شركة الكهرباء|نادٍ لكرة القدم|الخطوط الجوية الوطنية|محافظ العاصمة|مجموعة من الأطباء|أكبر محطة شمسية في العالم|قانون العمل الجديد|صورة واسعة الانتشار|وزير المالية|شرطة الحدود",
    ),
    did: list(
      "أنفقت|سيخفّض|ضاعف|نفى شراء|أقرّ|خسر|اقترض|يزعم أنه وفّر|سيستورد|باع سرًّا|بنى|حظر|طعّم بـ|صدّر|ألغى|أحصى",
    ),
    what: list(
      "من المال العام على الإعلانات|دعمًا للخبز والوقود|طنًا من القمح المستورد|منزلًا لعائلات اللاجئين|جرعة من لقاح منتهي الصلاحية|ميغاواط من الطاقة الجديدة|وظيفة في القطاع العام|لترًا من الماء يوميًا|صوتًا في الانتخابات الأخيرة|كيلومترًا من السكك الحديدية|برميلًا من النفط يوميًا|هكتارًا من الغابات",
    ),
    where: list(
      "في المحافظات الشمالية|في المنطقة كلها|منذ الانتخابات الأخيرة|في ثلاثة أشهر فقط|خلال الجائحة|قبل الصيف|في عام واحد|بحسب تقرير مسرّب|في المدن الساحلية|على الحدود الجنوبية",
    ),
    because: list(
      "يأتي الرقم من تقرير يحصي شيئًا آخر.|تُظهر الإحصاءات الرسمية المنشورة في الأسبوع نفسه نحو نصف ذلك.|الوثيقة المتداولة صحيحة، لكنها تعود إلى أربع سنوات.|اتفق ثلاثة خبراء مستقلين سألناهم على حجم الرقم.|التُقطت الصورة في بلد آخر كما تُظهر الظلال ولافتات الطرق.|يذكر قانون الموازنة هذا المبلغ للعقد كله لا لسنة واحدة.|اختُصرت المقابلة الأصلية فغاب الشرط عنها.|لم تجب الوزارة عن أسئلتنا قبل النشر.|قضت محكمة في الأمر ويمكن قراءة حكمها على الإنترنت.|تؤكد صور الأقمار الصناعية للمكان ما رواه الشهود.",
    ),
  },
};

/** Creates numbered names, for claimants, publishers and topics. */
export function numberedNames(count: number, en: string, ar: string): Array<{ en: Phrase; ar: Phrase }> {
  return Array.from({ length: count }, (_, n) => ({
    en: phrase(`${en} ${n + 1}`),
    ar: phrase(`${ar} ${n + 1}`),
  }));
}

const syllables = {
  en: "ka ri mo sta vel nor da lin bra the qu os ter ma yu zan fol gre pik ul".split(" "),
  ar: "كا ري مو ستا فل نور دا لن برا ثي كو اس تر ما يو زان فول غري بيك ال".split(" "),
};

/** Creates place names of three or four syllables. */
export function placeNames(count: number): Array<{ en: Phrase; ar: Phrase }> {
  return Array.from({ length: count }, (_, n) => {
    const parts = [n * 7, n * 3 + Math.floor(n / 20), Math.floor(n / 400), Math.floor(n / 8000) + 11].slice(
      0,
      n < 8000 ? 3 : 4,
    );
    const named = (locale: "en" | "ar") =>
      parts.map((part) => syllables[locale][part % syllables[locale].length]).join("");
    const en = named("en");
    return { en: phrase(en.charAt(0).toUpperCase() + en.slice(1)), ar: phrase(named("ar")) };
  });
}

/** Words that occur in many claims, in both scripts. */
export const commonWords = [
  "ministry",
  "election",
  "vaccine",
  "وزارة",
  "الانتخابات",
  "القمح",
  "budget",
  "report",
  "الوقود",
  "oil",
];
