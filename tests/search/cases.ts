/** What a reader types over the demo desk, and by its slug which claims that must find, and must not. */
export type SearchCase = { q: string; finds: string[]; not?: string[] };

const cost = "deepseek-model-cost-six-million-dollars";
const gpt4 = "gpt-4-cost-80-to-100-million";
const llama = "llama-3-needed-16000-h100";
const praised = "lou-qinjian-praised-open-source";
const scientist = "lou-qinjian-is-a-computer-scientist";
const memory = "latent-attention-cuts-memory-to-five-percent";
const weights = "deepseek-open-source-not-open-weights";
const shock = "deepseek-shocked-markets-in-january";
const gold = "vance-american-ai-gold-standard";
const regulation = "vance-regulation-could-kill-ai";
const research = "sberbank-plans-research-with-china";
const gigachat = "sberbank-released-gigachat-in-2023";

const same = (finds: string[], not: string[], queries: string[]): SearchCase[] =>
  queries.map((q) => ({ q, finds, not }));

/** To add one: type it on the demo desk, and write down what a reader would be angry not to find. */
export const searchCases: SearchCase[] = [
  ...same(
    [cost],
    [llama, memory, gold],
    [
      "H800",
      "6 million dollars",
      "6 Million Dollars",
      "$6M",
      "$6m",
      "$ 6 million",
      "US$6 million",
      "$6,000,000",
      "6000000 USD",
      "6,000,000 usd",
      "6.0 million dollars",
      "٦ ملايين دولار",
      "٦٬٠٠٠٬٠٠٠ دولار",
      "۶ ملايين دولار",
      "6 ملايين دولار",
    ],
  ),
  ...same(
    [gpt4],
    [llama, memory, gold, research],
    [
      "$80 million",
      "80 million dollars",
      "٨٠ مليون دولار",
      "$100M",
      "١٠٠ مليون دولار",
      "100 million dollars",
      "claimant:crypto $80M",
    ],
  ),
  ...same(
    [llama],
    [gold, regulation, research],
    [
      "16,000",
      "16000",
      "١٦٬٠٠٠",
      "١٦٠٠٠",
      "16 thousand",
      "16k",
      "LLaMA",
      "llama 3",
      "topic:hardware meta",
      '"H100 GPUs"',
    ],
  ),
  ...same(
    [memory],
    [gold, regulation, gpt4, llama],
    [
      "5%",
      "5 %",
      "5 percent",
      "5 per cent",
      "٥٪",
      "٥ في المئة",
      "13%",
      "١٣٪",
      "13 percent",
      '"latent attention"',
      "الانتباه الكامن",
      "«الانتباه الكامن»",
      "topic:method memory",
    ],
  ),
  ...same(
    [gold],
    [regulation, llama, memory, research],
    [
      '"gold standard"',
      "“gold standard”",
      "«المعيار الذهبي»",
      "المعيار الذهبى",
      "المِعْيَار الذَهَبِي",
      "المعـيار الذهبي",
      "claimant:vance -regulation",
      "claimant:vance gold",
      "gold STANDARD",
    ],
  ),
  ...same(
    [gold, regulation],
    [llama, memory, research, praised],
    [
      "claimant:vance",
      "claimant:Vance",
      "claimant:VÂNCE",
      'claimant:"JD Vance"',
      "claimant:فانس",
      "قائل:فانس",
      "القائل:فانس",
      "claimant:vance status:verified",
      "claimant:vance year:2025",
      "claimant:vance year:٢٠٢٥",
      "claimant:vance -status:false",
      "claimant:jd-vance",
    ],
  ),
  ...same(
    [regulation],
    [gold, research, praised],
    [
      "topic:regulation",
      "موضوع:والتنظيم",
      "claimant:vance الإفراط",
      "claimant:vance الافراط",
      "claimant:vance أو claimant:nobody topic:regulation",
    ],
  ),
  ...same(
    [research],
    [gold, gigachat, llama],
    [
      "claimant:vedyakhin",
      "claimant:alexander",
      "القائل:فيدياخين",
      '"joint research"',
      "مصرف أبحاث مشتركة",
      "مصرف ابحاث مشتركه",
      "vedyakhin 2025",
      "Business Day Vedyakhin",
    ],
  ),
  ...same(
    [gigachat],
    [research, gold, llama],
    ["GigaChat", "gigachat 2023", "GIGACHAT", "giga", "gigachat ٢٠٢٣", "topic:markets sberbank"],
  ),
  ...same(
    [gigachat, research],
    [gold, llama, memory],
    [
      "sberbank",
      "SBERBANK",
      "Sberbank’s OR Sberbank",
      "سبيربنك",
      "gigachat OR vedyakhin",
      "gigachat | vedyakhin",
      "gigachat أو vedyakhin",
      "publisher:crypto sberbank",
    ],
  ),
  ...same(
    [praised],
    [gold, llama, gigachat],
    [
      "claimant:qinjian",
      'claimant:"lou qinjian"',
      "claimant:تشينجيان",
      "commended DeepSeek",
      "أثنى لو تشينجيان",
      "اثنى لو تشينجيان",
      "أثنى تشينجيان -صدمة",
    ],
  ),
  ...same([praised, scientist], [gold, gigachat], ["Qinjian", "QINJIAN", "تشينجيان"]),
  ...same(
    [weights],
    [gold, gigachat, scientist],
    [
      "status:false",
      "الحالة:غير",
      '"open weights"',
      "«مفتوح الأوزان»",
      "مفتوح الاوزان",
      'topic:"open source" status:false',
    ],
  ),
  ...same(
    [gpt4],
    [cost, weights, gold],
    ["status:disputed", 'status:"disputed" year:2025', "topic:cost status:disputed"],
  ),
  ...same(
    [shock],
    [gold, research, scientist],
    [
      "يناير صدمة",
      "يَنَايِر صَدْمَة",
      "يناير صدمه",
      "shock January",
      "topic:markets january",
      "january -gigachat shock",
    ],
  ),
  // Other forms of the words that stand there.
  ...same([gpt4, cost], [gold, praised], ["cost", "costs", "costing", "كلفة", "الكلفة"]),
  ...same([memory], [gold, research], ["memories", "latent attentions", "ذاكرة", "الذاكرة", "للذاكرة"]),
  ...same(
    [regulation],
    [memory, scientist],
    ["regulations killing", "regulated", "Vance’s regulating", "تنظيم فانس"],
  ),
  ...same([gold], [memory, scientist], ["gold standards", "American standard", "أمريكا معيار"]),
  // What is still being typed.
  ...same([memory], [gold, scientist], ["laten", "attentio", "ذاك", "الذاك"]),
  ...same([praised, weights, memory], [gold], ["deepse", "DeepS"]),
  ...same([praised, weights], [gold], ["open sour"]),
  ...same([gigachat], [gold, scientist], ["giga", "Gigach"]),
  // Small slips, where no claim has what was typed.
  ...same([memory], [gold, scientist], ["memry", "memroy", "latnet attention", "attenton"]),
  ...same([gold, regulation], [memory], ["vnace", "Vanse"]),
  ...same([gigachat, research], [gold], ["sbrebank", "sberbnk", "سبربنك"]),
  ...same([praised, weights, memory], [gold], ["depseek", "deepsek", "seek"]),
  ...same([praised, weights], [gold], ["opne source"]),
  ...same([], [cost, gold, llama, research], ["xyzzy", "chpsx", "memry xyzzy", "regulation -regulation"]),
  ...same(
    [],
    [cost, gold, llama, research],
    ["؟!", "claimant:nobody", "year:1871", "topic:gardening", '"standard gold"', "$7M"],
  ),
];
