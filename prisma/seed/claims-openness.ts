import type { DemoClaim } from "./demo-shape";

/** How the model is made, and what of it is open. */
export const opennessClaims: DemoClaim[] = [
  {
    slug: "reinforcement-learning-replaces-supervised-fine-tuning",
    text: {
      en: "Reinforcement learning removes the need for supervised fine-tuning.",
      ar: "يُغني التعلّم المعزَّز عن الضبط الدقيق الخاضع للإشراف.",
    },
    claimant: "article-author",
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
          en: "R1-Zero is trained without supervised fine-tuning; R1 itself begins with a small supervised set and has a second supervised stage.",
          ar: "دُرّب R1-Zero بلا ضبط خاضع للإشراف، أما R1 فيبدأ بمجموعة صغيرة خاضعة للإشراف وله مرحلة ثانية منها.",
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
          en: "True of the experiment R1-Zero, not of R1, the model that people use.",
          ar: "يصح ذلك على تجربة R1-Zero، لا على R1 الذي يستخدمه الناس.",
        },
        reasons: {
          en: "The paper describes two models. R1-Zero learns by reinforcement alone. R1 starts from a small set of supervised examples and goes through a second supervised stage later.",
          ar: "تصف الورقة نموذجين: R1-Zero الذي يتعلم بالتعزيز وحده، وR1 الذي ينطلق من أمثلة قليلة خاضعة للإشراف ويمر لاحقًا بمرحلة ثانية منها.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-06T08:50:00.000Z",
        publishedAt: "2025-05-07T14:30:00.000Z",
      },
    ],
  },
  {
    slug: "deepseek-open-source-not-open-weights",
    text: { en: "DeepSeek is open source, not open weights.", ar: "ديب سيك مفتوح المصدر، لا مفتوح الأوزان." },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["open-source"],
    quote: "DeepSeek بأنه مفتوح المصدر (open source) لا مفتوح الأوزان",
    stage: "published",
    evidence: [
      {
        url: "https://github.com/deepseek-ai/DeepSeek-R1",
        title: "DeepSeek-R1 (repository and licence)",
        publisher: "DeepSeek",
        publishedOn: "2025-01-20",
        stance: "refutes",
        language: "en",
        excerpt: null,
        note: {
          en: "The weights are published under the MIT licence; the training data and the training code are not.",
          ar: "الأوزان منشورة برخصة MIT، أما بيانات التدريب وشيفرته فغير منشورة.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-08",
      },
      {
        url: "https://opensource.org/ai/open-source-ai-definition",
        title: "The Open Source AI Definition 1.0",
        publisher: "Open Source Initiative",
        publishedOn: "2024-10-28",
        stance: "context",
        language: "en",
        excerpt: null,
        note: {
          en: "Asks for information on the data and for the code, not for the weights alone.",
          ar: "يشترط معلومات عن البيانات وإتاحة الشيفرة، ولا يكتفي بالأوزان.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-08",
      },
    ],
    appearances: [
      {
        url: "https://creazenews.com/deepseek-ai-russia-china-us-allies-alert",
        title: null,
        publisher: "Creaze News",
        language: "en",
        publishedOn: null,
        change: {
          en: "DeepSeek is “open-weight” here: the opposite of the Arabic edition.",
          ar: "ديب سيك هنا «مفتوح الأوزان»، أي عكس ما في الطبعة العربية.",
        },
      },
      {
        url: "https://cryptonewsdesk.com/index.php/2025/04/12/deepseek-and-china-russia-ai-alliance-puts-the-west-on-high-alert",
        title: null,
        publisher: "Crypto News Desk",
        language: "en",
        publishedOn: "2025-04-12",
        change: { en: "“Open-weight” here as well.", ar: "«مفتوح الأوزان» هنا أيضًا." },
      },
    ],
    revisions: [
      {
        kind: "publication",
        rating: "false",
        summary: {
          en: "It is the other way round: the weights are open, the training data and code are not.",
          ar: "العكس هو الصحيح: الأوزان مفتوحة، وبيانات التدريب وشيفرته ليست كذلك.",
        },
        reasons: {
          en: "The repository publishes the weights under the MIT licence, without the training data and the training code. The Open Source AI Definition asks for more than weights.\n\nThe article’s own next sentences say the same. Its Arabic edition has the two terms the wrong way round; the English copies call DeepSeek open-weight.",
          ar: "ينشر المستودع الأوزان برخصة MIT، من دون بيانات التدريب ولا شيفرته. وتعريف الذكاء الاصطناعي مفتوح المصدر يشترط أكثر من الأوزان.\n\nوالجمل التالية في المقال نفسه تقول ذلك. فالطبعة العربية عكست المصطلحين، أما النسخ الإنجليزية فتصف ديب سيك بأنه مفتوح الأوزان.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-05-09T10:00:00.000Z",
        publishedAt: "2025-05-09T16:20:00.000Z",
      },
    ],
  },
  {
    slug: "lou-qinjian-praised-open-source",
    text: {
      en: "Lou Qinjian praised DeepSeek’s open-source approach.",
      ar: "أشاد لو تشينجيان بنهج ديب سيك القائم على المصدر المفتوح.",
    },
    claimant: "lou-qinjian",
    claimedAt: "2025-03-04",
    topics: ["open-source", "geopolitics"],
    quote: "أثنى لو على التزام ديب سيك بالمصدر المفتوح",
    stage: "published",
    evidence: [
      {
        url: "https://news.futunn.com/en/post/53870705/discussing-deepseek-the-usa-s-increased-tariffs-and-other-hot",
        title: "Press conference of the third session of the 14th NPC",
        publisher: "Futu News",
        publishedOn: "2025-03-04",
        stance: "supports",
        language: "en",
        excerpt: null,
        note: {
          en: "He spoke on 4 March 2025 as the spokesman of the National People’s Congress session.",
          ar: "تحدّث في 4 مارس 2025 بصفته متحدثًا باسم دورة المجلس الوطني لنواب الشعب.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-12",
      },
    ],
    appearances: [],
    revisions: [
      {
        kind: "publication",
        rating: "verified",
        summary: {
          en: "He did so at a press conference on 4 March 2025.",
          ar: "قال ذلك في مؤتمر صحفي يوم 4 مارس 2025.",
        },
        reasons: {
          en: "The report of the press conference of the National People’s Congress, where he was the spokesman, carries the statement.",
          ar: "ورد القول في تقرير عن المؤتمر الصحفي للمجلس الوطني لنواب الشعب، وكان هو المتحدث باسمه.",
        },
        proposedBy: "yusuf",
        publishedBy: "mariam",
        proposedAt: "2025-05-13T09:00:00.000Z",
        publishedAt: "2025-05-14T09:30:00.000Z",
      },
    ],
  },
  {
    slug: "lou-qinjian-is-a-computer-scientist",
    text: { en: "Lou Qinjian is a computer scientist.", ar: "لو تشينجيان عالِم حاسوب." },
    claimant: "article-author",
    claimedAt: "2025-04",
    topics: ["geopolitics"],
    quote: "لو تشينجيان، الذي يقدّمه بوصفه سياسيًا وعالِم حاسوب",
    stage: "in_review",
    assignee: "yusuf",
    evidence: [],
    appearances: [],
    revisions: [],
  },
];
