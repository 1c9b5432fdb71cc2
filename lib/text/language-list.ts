/** The languages to choose from, by BCP 47 tag: those of ISO 639-1, and others that newsrooms use. */
export const listedLanguages = (
  "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es " +
  "et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki " +
  "kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no " +
  "nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te " +
  "tg th ti tk tn to tr ts tt ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu " +
  "acm aeb afb apc apd ars ary arq arz bal bho byn ceb chm ckb cop crh fil fon gag gez hak hil hmn inh kab kha kok krc " +
  "kri lez lus lzz mag mai man mni nan nqo pcm quc rif rom sah sat scn shi ssy syr tig tpi tzm udm wal war wuu yue " +
  "zgh zza fa-AF pt-BR zh-Hans zh-Hant"
).split(" ");

/** Names that the Unicode data lacks, in English and Arabic. */
export const supplementaryNames: Record<string, { en: string; ar: string }> = {
  acm: { en: "Iraqi Arabic", ar: "العربية العراقية" },
  aeb: { en: "Tunisian Arabic", ar: "العربية التونسية" },
  afb: { en: "Gulf Arabic", ar: "العربية الخليجية" },
  apc: { en: "Levantine Arabic", ar: "العربية الشامية" },
  apd: { en: "Sudanese Arabic", ar: "العربية السودانية" },
  ary: { en: "Moroccan Arabic", ar: "العربية المغربية" },
  arq: { en: "Algerian Arabic", ar: "العربية الجزائرية" },
  arz: { en: "Egyptian Arabic", ar: "العربية المصرية" },
  lzz: { en: "Laz", ar: "اللازية" },
  rif: { en: "Riffian", ar: "الريفية" },
  kri: { en: "Krio", ar: "الكريو" },
};

/** Alternative names of languages: shown in the list, and accepted as input. */
export const alternativeNames: Record<string, string[]> = {
  am: ["حبشي"],
  ar: ["العربية الفصحى", "Modern Standard Arabic"],
  ary: ["Darija", "الدارجة"],
  bn: ["Bangla", "بنغالي"],
  ckb: ["Sorani", "السورانية"],
  de: ["ألماني"],
  el: ["إغريقي"],
  en: ["إنكليزي"],
  es: ["Castilian", "الإسبانيولية"],
  fa: ["Farsi", "Parsi"],
  fil: ["Tagalog", "التاغالوغية"],
  he: ["Ivrit"],
  id: ["Bahasa Indonesia"],
  ku: ["Kurmanji", "الكرمانجية"],
  ms: ["Bahasa Melayu"],
  my: ["Burmese", "Myanmar"],
  nb: ["Bokmål"],
  nl: ["Flemish"],
  ro: ["Moldovan"],
  sw: ["السواحيلية"],
  syr: ["Assyrian", "سريانية", "آشورية"],
  tzm: ["Berber", "البربرية"],
  ug: ["Uighur"],
  ur: ["الأردية"],
  yue: ["Cantonese"],
  zgh: ["Tamazight", "Amazigh", "الأمازيغية"],
  zh: ["Mandarin", "汉语", "漢語", "الماندرين"],
};
