import type { DemoClaim } from "./demo-shape";
import { creazeNewsAppearance, cryptoNewsDeskAppearance } from "./retellings";

/** Claims about the cost of models and the processors they need. */
export const computeClaims: DemoClaim[] = [
  {
    slug: "deepseek-model-cost-six-million-dollars",
    text: {
      en: "Building DeepSeek’s model took no more than $6 million and 2,000 Nvidia H800 GPUs.",
      ar: "لم يتطلب بناء نموذج ديب سيك أكثر من 6 ملايين دولار و2,000 وحدة معالجة من طراز Nvidia H800.",
    },
    claimant: "deepseek",
    claimedAt: "2025-04",
    topics: ["cost", "hardware"],
    quote: "لم تتجاوز كلفة نموذجها $6M على 2,000 وحدة معالجة من طراز Nvidia H800",
    stage: "published",
    evidence: [
      {
        url: "https://arxiv.org/abs/2412.19437",
        title: "DeepSeek-V3 Technical Report",
        publisher: "arXiv",
        publishedOn: "2024-12-27",
        stance: "supports",
        language: "en",
        excerpt: "DeepSeek-V3 requires only 2.788M H800 GPU hours for its full training.",
        note: {
          en: "The company’s own count of hours, run on 2,048 H800s. It prices the hour at $2 and so arrives at $5.576 million.",
          ar: "إحصاء الشركة نفسها لساعات التشغيل على 2,048 وحدة H800. وبتسعير الساعة بدولارين تصل الكلفة إلى 5.576 مليون دولار.",
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
        excerpt:
          "Note that the aforementioned costs include only the official training of DeepSeek-V3, excluding the costs associated with prior research and ablation experiments on architectures, algorithms, or data.",
        note: {
          en: "The authors themselves say what their sum leaves out.",
          ar: "يبيّن أصحاب التقرير بأنفسهم ما لا يشمله المبلغ.",
        },
        archiveUrl: null,
        accessedOn: "2025-04-16",
      },
    ],
    appearances: [
      {
        ...creazeNewsAppearance,
        change: {
          en: "The six million dollars stand here too, but the 16,000 GPUs that they are set against have become GPT-4’s.",
          ar: "يرد مبلغ الملايين الستة هنا أيضًا، غير أن الوحدات الـ16,000 التي يُقارن بها صارت منسوبة إلى GPT-4.",
        },
      },
      {
        ...cryptoNewsDeskAppearance,
        change: {
          en: "The same claim in an English text of 12 April 2025.",
          ar: "الادعاء نفسه في نص إنجليزي مؤرخ في 12 أبريل 2025.",
        },
      },
    ],
    revisions: [
      {
        kind: "publication",
        rating: "needs_context",
        summary: {
          en: "The figure is the price of one final training run, not of building the model.",
          ar: "الرقم كلفة جولة تدريب نهائية واحدة، لا كلفة بناء النموذج.",
        },
        reasons: {
          en: "The figures go back to the company’s technical report on its V3 model. It counts 2.788 million GPU-hours on 2,048 H800s and, at an assumed rent of $2 an hour, arrives at $5.576 million. Rounded, that is what the article says.\n\nBut the report also says what the sum covers: the official training run, and neither the research before it nor the experiments on architecture, algorithms and data that led up to it. And it is a calculated rent, not the price of the machines. Told as the cost of the model, the figure claims more than its source does.",
          ar: "مصدر الأرقام هو التقرير التقني الذي أصدرته الشركة عن نموذجها V3. فهو يحصي 2.788 مليون ساعة تشغيل على 2,048 وحدة H800، ويصل بافتراض دولارين إيجارًا للساعة إلى 5.576 مليون دولار. وهذا، بعد التقريب، ما يقوله المقال.\n\nغير أن التقرير يحدد أيضًا ما يشمله هذا المبلغ: جولة التدريب المعتمدة، من دون الأبحاث التي سبقتها ولا التجارب على البنية والخوارزميات والبيانات التي مهّدت لها. ثم إنه إيجار محسوب لا ثمن الأجهزة. فإذا قُدّم الرقم على أنه كلفة النموذج، حُمّل ما لا يقوله مصدره.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-04-17T09:10:00.000Z",
        publishedAt: "2025-04-20T10:05:00.000Z",
      },
    ],
  },
  {
    slug: "gpt-4-cost-80-to-100-million",
    text: {
      en: "GPT-4 cost between $80 million and $100 million.",
      ar: "تراوحت كلفة GPT-4 بين 80 و100 مليون دولار.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["cost"],
    quote: "GPT-4، وكلفته في تقديره بين 80 و100 مليون دولار",
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
          en: "Asked in April 2023 whether training GPT-4 had cost $100 million, Sam Altman answered that it was more.",
          ar: "سُئل سام ألتمان في أبريل 2023 هل كلّف تدريب GPT-4 مئة مليون دولار، فأجاب بأن المبلغ أكبر من ذلك.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-27",
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "disputed",
        summary: {
          en: "The head of OpenAI has put the cost above $100 million.",
          ar: "قال رئيس OpenAI إن الكلفة تجاوزت 100 مليون دولار.",
        },
        reasons: {
          en: "The closest thing to an official figure is what OpenAI’s chief executive, Sam Altman, said in April 2023: more than $100 million. That lies above the whole of the article’s range.\n\nWe found no account of the cost published by OpenAI itself, and the article does not say where its range comes from. So we rate the claim as disputed, not as false.",
          ar: "أقرب ما وجدناه إلى رقم رسمي هو ما قاله سام ألتمان، الرئيس التنفيذي لشركة OpenAI، في أبريل 2023: أكثر من 100 مليون دولار. وهذا يتخطى النطاق الذي يذكره المقال بأكمله.\n\nولم نعثر على بيان مفصّل للكلفة صادر عن OpenAI نفسها، كما لا يذكر المقال مصدر تقديره. لذلك صنّفنا الادعاء «محل خلاف» لا «غير صحيح».",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-28T13:00:00.000Z",
        publishedAt: "2025-05-29T08:40:00.000Z",
      },
    ],
  },
  {
    slug: "llama-3-needed-16000-h100",
    text: {
      en: "Building LLaMA 3 took Meta 16,000 H100 GPUs.",
      ar: "احتاجت Meta إلى 16,000 وحدة معالجة من طراز H100 لبناء LLaMA 3.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["hardware"],
    quote: "LLaMA 3 من Meta الذي احتاج، كما يقول، إلى 16,000 وحدة H100",
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
          en: "Meta gives up to 16,000 H100s for the training of Llama 3.1 405B.",
          ar: "تذكر Meta ما يصل إلى 16,000 وحدة H100 لتدريب Llama 3.1 405B.",
        },
        archiveUrl: null,
        accessedOn: "2025-04-22",
      },
    ],
    appearances: [
      {
        ...creazeNewsAppearance,
        change: {
          en: "Here the 16,000 GPUs are said to be GPT-4’s; LLaMA 3 has dropped out of the sentence.",
          ar: "تُنسب الوحدات الـ16,000 هنا إلى GPT-4، وقد سقط LLaMA 3 من الجملة.",
        },
      },
    ],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "Meta’s own paper gives up to 16,000 H100s for the largest of the models.",
          ar: "تذكر ورقة Meta نفسها ما يصل إلى 16,000 وحدة H100 لأكبر هذه النماذج.",
        },
        reasons: {
          en: "Meta’s paper on the Llama 3 family has the number, with two details that the article leaves out: it is the upper limit, and it belongs to Llama 3.1 405B, the largest model of the family. Neither changes the substance of the claim.",
          ar: "يرد الرقم في ورقة Meta عن عائلة Llama 3، مع تفصيلين أغفلهما المقال: أنه الحد الأعلى، وأنه يخص Llama 3.1 405B، وهو أكبر نماذج العائلة. ولا يغيّر أي منهما جوهر الادعاء.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-04-23T11:20:00.000Z",
        publishedAt: "2025-04-24T15:45:00.000Z",
      },
    ],
  },
];
