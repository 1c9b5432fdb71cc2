import type { DemoClaim } from "./demo-shape";

const creazenews = {
  url: "https://creazenews.com/deepseek-ai-russia-china-us-allies-alert",
  title: null,
  publisher: "Creaze News",
  language: "en",
  publishedOn: null,
} as const;

/** What the article counts: money, processors, memory. */
export const figureClaims: DemoClaim[] = [
  {
    slug: "deepseek-model-cost-six-million-dollars",
    text: {
      en: "DeepSeek’s model cost only $6 million to build, on 2,000 Nvidia H800 GPUs.",
      ar: "لم يكلّف بناء نموذج ديب سيك سوى 6 ملايين دولار، على 2,000 وحدة Nvidia H800.",
    },
    claimant: "deepseek",
    claimedAt: "2025-04",
    topics: ["cost", "hardware"],
    quote: "بلغت تكلفة النموذج $6M فقط على 2,000 وحدة من طراز Nvidia H800",
    stage: "published",
    evidence: [
      {
        url: "https://arxiv.org/abs/2412.19437",
        title: "DeepSeek-V3 Technical Report",
        publisher: "arXiv",
        publishedOn: "2024-12-27",
        stance: "supports",
        language: "en",
        excerpt: null,
        note: {
          en: "Counts 2.788 million H800 GPU-hours; at an assumed $2 an hour that is $5.576 million, on a cluster of 2,048 H800s.",
          ar: "يحصي 2.788 مليون ساعة عمل لوحدات H800؛ وبافتراض دولارين للساعة تبلغ الكلفة 5.576 مليون دولار، على عنقود من 2,048 وحدة H800.",
        },
        archiveUrl: null,
        accessedOn: "2025-04-16",
      },
      {
        url: "https://arxiv.org/pdf/2412.19437",
        title: "DeepSeek-V3 Technical Report: the note on training costs",
        publisher: "arXiv",
        publishedOn: "2024-12-27",
        stance: "context",
        language: "en",
        excerpt: null,
        note: {
          en: "The report itself says that the figure leaves out earlier research, ablation experiments and data.",
          ar: "ينص التقرير نفسه على أن الرقم لا يشمل الأبحاث السابقة وتجارب المقارنة والبيانات.",
        },
        archiveUrl: null,
        accessedOn: "2025-04-16",
      },
    ],
    appearances: [
      {
        ...creazenews,
        change: {
          en: "The figure stands here too, but the 16,000 GPUs it is compared with are now GPT-4’s.",
          ar: "يرد الرقم هنا أيضًا، لكن وحدات المعالجة الـ16,000 التي يُقارن بها صارت لنموذج GPT-4.",
        },
      },
      {
        url: "https://cryptonewsdesk.com/index.php/2025/04/12/deepseek-and-china-russia-ai-alliance-puts-the-west-on-high-alert",
        title: null,
        publisher: "Crypto News Desk",
        language: "en",
        publishedOn: "2025-04-12",
        change: { en: "The claim is repeated in English.", ar: "يتكرر الادعاء هنا بالإنجليزية." },
      },
    ],
    revisions: [
      {
        kind: "publication",
        rating: "needs_context",
        summary: {
          en: "The figure is the cost of one final training run, not of building the model.",
          ar: "الرقم هو كلفة جولة تدريب نهائية واحدة، لا كلفة بناء النموذج.",
        },
        reasons: {
          en: "The company’s report counts 2.788 million GPU-hours on 2,048 H800s, which at an assumed rent of $2 an hour comes to $5.576 million. So the figures are close to what the company said.\n\nBut the report adds that earlier research, ablation experiments and data are not in it. Nor is the hardware. As a price for the model, the figure misleads.",
          ar: "يحصي تقرير الشركة 2.788 مليون ساعة عمل على 2,048 وحدة H800، أي 5.576 مليون دولار إذا افترضنا إيجارًا قدره دولاران للساعة. فالأرقام قريبة مما أعلنته الشركة.\n\nلكن التقرير يضيف أن الأبحاث السابقة وتجارب المقارنة والبيانات غير محسوبة، وكذلك ثمن العتاد. فالرقم مضلل إن قُدّم ثمنًا للنموذج.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-04-18T09:10:00.000Z",
        publishedAt: "2025-04-20T10:05:00.000Z",
      },
    ],
  },
  {
    slug: "gpt-4-cost-80-to-100-million",
    text: {
      en: "GPT-4 cost between $80 million and $100 million.",
      ar: "كلّف GPT-4 ما بين 80 و100 مليون دولار.",
    },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["cost"],
    quote: "GPT-4 كلّف ما بين 80 و100 مليون دولار",
    stage: "published",
    evidence: [
      {
        url: "https://www.wired.com/story/openai-ceo-sam-altman-the-age-of-giant-ai-models-is-already-over/",
        title: "OpenAI’s CEO Says the Age of Giant AI Models Is Already Over",
        publisher: "WIRED",
        publishedOn: "2023-04-17",
        stance: "refutes",
        language: "en",
        excerpt: null,
        note: {
          en: "OpenAI’s chief executive said in April 2023 that it cost more than $100 million.",
          ar: "قال الرئيس التنفيذي لشركة OpenAI في أبريل 2023 إن الكلفة تجاوزت 100 مليون دولار.",
        },
        archiveUrl: null,
        accessedOn: "2025-04-17",
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "disputed",
        summary: {
          en: "The head of OpenAI put the cost above $100 million.",
          ar: "قدّر رئيس OpenAI الكلفة بأكثر من 100 مليون دولار.",
        },
        reasons: {
          en: "OpenAI has not published the cost. Asked in April 2023, its chief executive said that it was more than $100 million, which is above the whole range that the article gives. The article names no source for its range.",
          ar: "لم تنشر OpenAI الكلفة. وحين سُئل رئيسها التنفيذي في أبريل 2023 قال إنها تزيد على 100 مليون دولار، أي فوق النطاق الذي يذكره المقال كله. ولا يذكر المقال مصدرًا لتقديره.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-04-22T13:00:00.000Z",
        publishedAt: "2025-04-23T08:40:00.000Z",
      },
    ],
  },
  {
    slug: "llama-3-needed-16000-h100",
    text: { en: "LLaMA 3 needed 16,000 H100 GPUs.", ar: "احتاج LLaMA 3 إلى 16,000 وحدة معالجة H100." },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["hardware"],
    quote: "LLaMA 3 من Meta احتاج إلى 16,000 معالج من طراز H100",
    stage: "published",
    evidence: [
      {
        url: "https://arxiv.org/abs/2407.21783",
        title: "The Llama 3 Herd of Models",
        publisher: "arXiv",
        publishedOn: "2024-07-31",
        stance: "supports",
        language: "en",
        excerpt: null,
        note: {
          en: "Meta’s paper says that Llama 3.1 405B was trained on up to 16,000 H100s.",
          ar: "تذكر ورقة Meta أن Llama 3.1 405B دُرّب على ما يصل إلى 16,000 وحدة H100.",
        },
        archiveUrl: null,
        accessedOn: "2025-04-17",
      },
    ],
    appearances: [
      {
        ...creazenews,
        change: {
          en: "The 16,000 GPUs are said to be GPT-4’s, not LLaMA 3’s.",
          ar: "تُنسب الوحدات الـ16,000 هنا إلى GPT-4 لا إلى LLaMA 3.",
        },
      },
    ],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "Meta’s own paper gives up to 16,000 H100s for its largest model.",
          ar: "تذكر ورقة Meta نفسها ما يصل إلى 16,000 وحدة H100 لأكبر نماذجها.",
        },
        reasons: {
          en: "The paper on the Llama 3 models states the number for Llama 3.1 405B, the largest of them. The article’s rounded statement agrees with it.",
          ar: "تورد ورقة نماذج Llama 3 هذا العدد لنموذج Llama 3.1 405B، وهو أكبرها. وما يقوله المقال بإيجاز يوافقها.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-04-24T11:20:00.000Z",
        publishedAt: "2025-04-24T15:45:00.000Z",
      },
    ],
  },
  {
    slug: "latent-attention-cuts-memory-to-five-percent",
    text: {
      en: "Multi-head latent attention cuts memory use to 5%, against 13% in earlier methods.",
      ar: "تخفض آلية الانتباه الكامن متعدد الرؤوس استخدام الذاكرة إلى 5%، مقابل 13% في الطرق السابقة.",
    },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["method", "hardware"],
    quote: "تهبط باستهلاك الذاكرة إلى 5%، بعد أن كان 13% في الطرق الأقدم",
    stage: "published",
    evidence: [
      {
        url: "https://arxiv.org/abs/2405.04434",
        title: "DeepSeek-V2: A Strong, Economical, and Efficient Mixture-of-Experts Language Model",
        publisher: "arXiv",
        publishedOn: "2024-05-07",
        stance: "refutes",
        language: "en",
        excerpt: null,
        note: {
          en: "The paper that brought the method in reports a key-value cache smaller by 93.3% than DeepSeek 67B’s, so about 6.7% of it. That is the cache alone. No earlier method at 13% is named.",
          ar: "الورقة التي قدّمت الآلية تذكر أن ذاكرة المفاتيح والقيم أصغر بنسبة 93.3% مما في DeepSeek 67B، أي نحو 6.7% منها. والكلام عن هذه الذاكرة وحدها، ولا ذكر لطريقة سابقة عند 13%.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-02",
      },
    ],
    appearances: [
      {
        ...creazenews,
        change: {
          en: "“From 13% to just 5%”: here both figures are one method’s, before and after.",
          ar: "«من 13% إلى 5% فقط»: صار الرقمان هنا لطريقة واحدة، قبلُ وبعدُ.",
        },
      },
    ],
    revisions: [
      {
        kind: "publication",
        rating: "needs_context",
        summary: {
          en: "The method saves much memory, but the share given is of one cache, not of all memory.",
          ar: "توفّر الآلية كثيرًا من الذاكرة، لكن النسبة تخص ذاكرة واحدة لا الذاكرة كلها.",
        },
        reasons: {
          en: "The method shrinks the key-value cache that a model keeps while it writes. The article speaks of memory use as a whole.",
          ar: "تقلّص الآلية ذاكرة المفاتيح والقيم التي يحتفظ بها النموذج أثناء التوليد، أما المقال فيتحدث عن استخدام الذاكرة عمومًا.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-03T09:30:00.000Z",
        publishedAt: "2025-05-04T12:00:00.000Z",
      },
      {
        kind: "correction",
        rating: "disputed",
        summary: {
          en: "The paper gives 6.7% of one cache, not 5% of memory, and names no method at 13%.",
          ar: "تذكر الورقة 6.7% من ذاكرة واحدة لا 5% من الذاكرة، ولا تسمّي طريقة عند 13%.",
        },
        reasons: {
          en: "The paper that introduced the method reports a key-value cache smaller by 93.3% than that of DeepSeek 67B: about 6.7% remain. The 5% of the article is not there, nor is any earlier method at 13%. And the saving concerns this cache alone.",
          ar: "تذكر الورقة التي قدّمت الآلية أن ذاكرة المفاتيح والقيم أصغر بنسبة 93.3% من نظيرتها في DeepSeek 67B، فيبقى نحو 6.7% منها. ولا أثر فيها لنسبة 5% التي يذكرها المقال، ولا لطريقة سابقة عند 13%. ثم إن التوفير يخص هذه الذاكرة وحدها.",
        },
        note: {
          en: "We first rated this “Needs context” without checking the two figures against the paper. Neither stands there, so the rating is now “Disputed”. Summary and reasons are rewritten.",
          ar: "صنّفنا الادعاء أولاً «ينقصه السياق» من دون مقابلة الرقمين بالورقة. ولا يرد فيها أي منهما، لذا صار التصنيف «محل خلاف»، وأعدنا كتابة الخلاصة والأسباب.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-06-11T10:15:00.000Z",
        publishedAt: "2025-06-12T09:00:00.000Z",
      },
    ],
  },
];
