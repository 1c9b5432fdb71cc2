import type { DemoClaim } from "./demo-shape";
import { creazeNewsAppearance } from "./retellings";

/** Claims about how models are trained and run. */
export const methodClaims: DemoClaim[] = [
  {
    slug: "latent-attention-cuts-memory-to-five-percent",
    text: {
      en: "With multi-head latent attention, DeepSeek uses 5% of the memory where earlier methods used 13%.",
      ar: "يستهلك ديب سيك بفضل الانتباه الكامن متعدد الرؤوس 5% من الذاكرة، بينما كانت الأساليب السابقة تستهلك 13%.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["method", "hardware"],
    quote: "تهبط باستهلاك الذاكرة إلى 5%، بعدما كان 13% في الأساليب الأقدم",
    stage: "published",
    evidence: [
      {
        url: "https://arxiv.org/abs/2405.04434",
        title: "DeepSeek-V2: A Strong, Economical, and Efficient Mixture-of-Experts Language Model",
        publisher: "arXiv",
        publishedOn: "2024-05-07",
        stance: "refutes",
        language: "en",
        excerpt: "reduces the KV cache by 93.3%",
        note: {
          en: "The abstract of the paper that introduced the method. The saving is in the key-value cache, measured against DeepSeek 67B, and not in memory as a whole.",
          ar: "ملخص الورقة التي قدّمت هذه الآلية. والوفر المذكور في ذاكرة المفاتيح والقيم المؤقتة (KV cache) قياسًا إلى DeepSeek 67B، لا في الذاكرة كلها.",
        },
        archiveUrl: null,
        accessedOn: "2025-04-30",
      },
      {
        url: "https://arxiv.org/pdf/2405.04434",
        title: "DeepSeek-V2: the paper in full",
        publisher: "arXiv",
        publishedOn: "2024-05-07",
        stance: "refutes",
        language: "en",
        excerpt: null,
        note: {
          en: "About 6.7% of DeepSeek 67B’s cache is left. Set against standard attention, the appendix has 14% for small models and 4% for large ones. No earlier method is put at 13%.",
          ar: "يبقى نحو 6.7% من ذاكرة DeepSeek 67B المؤقتة. وفي مقارنة الملحق بآلية الانتباه التقليدية ترد نسبتا 14% للنماذج الصغيرة و4% للكبيرة. ولا تُنسب 13% إلى أي طريقة سابقة.",
        },
        archiveUrl: null,
        accessedOn: "2025-06-10",
      },
    ],
    appearances: [
      {
        ...creazeNewsAppearance,
        change: {
          en: "“From 13% to just 5%”: both figures now describe a single method, before and after a change, and no longer a comparison with others.",
          ar: "«من 13% إلى 5% فقط»: صار الرقمان لطريقة واحدة قبل التحسين وبعده، ولم يعودا مقارنة بطرق أخرى.",
        },
      },
    ],
    revisions: [
      {
        kind: "publication",
        rating: "needs_context",
        summary: {
          en: "The method does save memory, but in one cache only; the article speaks of memory as a whole.",
          ar: "توفّر الآلية الذاكرة فعلًا، لكن في جزء منها فقط، بينما يتحدث المقال عن الذاكرة عمومًا.",
        },
        reasons: {
          en: "The abstract of the DeepSeek-V2 paper reports a large saving: a key-value cache 93.3% smaller than that of DeepSeek 67B. We take the article’s 5% for a rounding of what is left. But this cache is only a part of the memory that a running model takes up.",
          ar: "يتحدث ملخص ورقة DeepSeek-V2 عن وفر كبير: ذاكرة مؤقتة للمفاتيح والقيم أصغر بنسبة 93.3% مما في DeepSeek 67B. ونفهم نسبة 5% في المقال على أنها تقريب لما بقي. لكن هذه الذاكرة المؤقتة ليست إلا جزءًا مما يشغله النموذج من ذاكرة أثناء عمله.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-01T09:30:00.000Z",
        publishedAt: "2025-05-04T12:00:00.000Z",
        evidenceCount: 1,
      },
      {
        kind: "correction",
        rating: "disputed",
        summary: {
          en: "By the paper, about 6.7% of one cache is left, not 5% of all memory, and no earlier method is put at 13%.",
          ar: "بحسب الورقة يبقى نحو 6.7% من ذاكرة مؤقتة واحدة، لا 5% من الذاكرة كلها، ولا تُنسب 13% إلى أي طريقة سابقة.",
        },
        reasons: {
          en: "The paper measures its key-value cache against that of DeepSeek 67B: smaller by 93.3%, so that about 6.7% is left. That is the cache alone, not all the memory in use. Where the appendix compares the method with standard attention, it has other shares: 14% for small models and 4% for large ones.\n\nThe comparison that the article draws between 5% and 13% is not in the paper, and we found no other source for it.",
          ar: "تقيس الورقة ذاكرة المفاتيح والقيم المؤقتة بنظيرتها في DeepSeek 67B: فهي أصغر بنسبة 93.3%، أي يبقى منها نحو 6.7%. والمقصود هذه الذاكرة المؤقتة وحدها لا كل الذاكرة المستخدمة. وحين يقارن الملحق الآلية بالانتباه التقليدي يذكر نسبًا أخرى: 14% للنماذج الصغيرة و4% للكبيرة.\n\nأما المقارنة التي يعقدها المقال بين 5% و13% فلا ترد في الورقة، ولم نجد لها مصدرًا آخر.",
        },
        note: {
          en: "On 4 May 2025 we rated this claim “Needs context”. We had read the abstract only, and took 5% for a rounded figure. By the full paper, about 6.7% of one cache is left, and no method is put at 13%, so the rating is now “Disputed”. We added the full paper to the evidence and rewrote the summary and the reasons.",
          ar: "صنّفنا هذا الادعاء في 4 مايو 2025 «ينقصه السياق»، وكنا قد اكتفينا بملخص الورقة وحسبنا نسبة 5% رقمًا مقرّبًا. وبعد قراءة الورقة كاملة تبيّن أن الباقي نحو 6.7% من ذاكرة مؤقتة واحدة، وأن نسبة 13% لا ترد لأي طريقة، فصار التصنيف «محل خلاف». وأضفنا الورقة الكاملة إلى الأدلة، وأعدنا كتابة الخلاصة والأسباب.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-06-11T10:15:00.000Z",
        publishedAt: "2025-06-12T09:00:00.000Z",
      },
    ],
  },
  {
    slug: "reinforcement-learning-replaces-supervised-fine-tuning",
    text: {
      en: "Reinforcement learning makes supervised fine-tuning superfluous.",
      ar: "يُغني التعلّم المعزَّز عن الضبط الدقيق الخاضع للإشراف.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["method"],
    quote: "التعلّم المعزَّز يغني عن الضبط الدقيق الخاضع للإشراف",
    stage: "published",
    evidence: [
      {
        url: "https://arxiv.org/abs/2501.12948",
        title: "DeepSeek-R1: Incentivizing Reasoning Capability in LLMs via Reinforcement Learning",
        publisher: "arXiv",
        publishedOn: "2025-01-22",
        stance: "context",
        language: "en",
        excerpt: null,
        note: {
          en: "Describes two models: R1-Zero, which does without supervised fine-tuning, and R1, which has two rounds of it.",
          ar: "تصف الورقة نموذجين: R1-Zero الذي يستغني عن الضبط الخاضع للإشراف، وR1 الذي يمر به مرتين.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-05",
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "needs_context",
        summary: {
          en: "True of R1-Zero, an experiment; R1 itself is fine-tuned under supervision, twice.",
          ar: "يصح ذلك على النموذج التجريبي R1-Zero، أما R1 نفسه فيخضع لضبط تحت الإشراف مرتين.",
        },
        reasons: {
          en: "DeepSeek’s paper shows with R1-Zero that a model can learn to reason by reinforcement alone. That much of the claim is true.\n\nThe model that was released for use, R1, was made differently: it starts from a small set of supervised examples, and a second supervised stage follows later. Reinforcement learning carries much of the work here, but it has not replaced the other step.",
          ar: "تُظهر ورقة ديب سيك عبر R1-Zero أن النموذج يمكن أن يتعلم الاستدلال بالتعزيز وحده، وهذا هو الجانب الصحيح من الادعاء.\n\nلكن النموذج المطروح للاستخدام، أي R1، أُعدّ بطريقة أخرى: فهو ينطلق من مجموعة صغيرة من الأمثلة الخاضعة للإشراف، وتليها لاحقًا مرحلة إشراف ثانية. فالتعلّم المعزَّز يتحمل هنا قسطًا كبيرًا من العمل، لكنه لم يحلّ محل الخطوة الأخرى.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-06T08:50:00.000Z",
        publishedAt: "2025-05-07T14:30:00.000Z",
      },
    ],
  },
];
