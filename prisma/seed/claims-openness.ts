import type { DemoClaim } from "./demo-shape";
import { creazeNewsAppearance, cryptoNewsDeskAppearance } from "./retellings";

/** Claims about the openness of the model. */
export const opennessClaims: DemoClaim[] = [
  {
    slug: "deepseek-open-source-not-open-weights",
    text: {
      en: "What DeepSeek offers is open source rather than open weights.",
      ar: "ما تقدّمه ديب سيك مفتوح المصدر، لا مفتوح الأوزان.",
    },
    claimant: "crypto-news-author",
    claimedAt: "2025-04",
    topics: ["open-source"],
    quote: "يصفه بأنه مفتوح المصدر لا مفتوح الأوزان",
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
          en: "Anyone may take the weights, which carry the MIT licence. Neither the data nor the code of the training is in it.",
          ar: "ينشر المستودع الأوزان برخصة MIT، ولا يتضمن بيانات التدريب ولا شيفرته.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-06",
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
          en: "Asks for the code and for detailed information on the data, beside the weights.",
          ar: "يشترط، إلى جانب الأوزان، إتاحة الشيفرة ومعلومات مفصّلة عن البيانات.",
        },
        archiveUrl: null,
        accessedOn: "2025-05-06",
      },
    ],
    appearances: [
      {
        ...creazeNewsAppearance,
        change: {
          en: "“Open-weight” is what DeepSeek is called here, contrary to the Arabic edition.",
          ar: "يوصف ديب سيك هنا بأنه «مفتوح الأوزان» (open-weight)، أي عكس ما تقوله الطبعة العربية.",
        },
      },
      {
        ...cryptoNewsDeskAppearance,
        change: {
          en: "“Open-weight” in this text as well, against the Arabic edition.",
          ar: "«مفتوح الأوزان» في هذا النص أيضًا، خلافًا للطبعة العربية.",
        },
      },
    ],
    revisions: [
      {
        kind: "publication",
        rating: "false",
        summary: {
          en: "It is the other way round: the weights are open, the training data and code are not.",
          ar: "العكس هو الصحيح: الأوزان مفتوحة، أما بيانات التدريب وشيفرته فليست كذلك.",
        },
        reasons: {
          en: "DeepSeek publishes the weights of R1 under the MIT licence: anyone may download them, use them and build on them. It has published neither the training data nor the training code. The Open Source AI Definition asks for both code and information on the data, so “open weights” is the fitting term.\n\nThe article contradicts itself here. Its next sentences explain the difference correctly, and the English texts that we found say “open-weight”. The Arabic edition seems to have switched the two terms.",
          ar: "تنشر ديب سيك أوزان نموذجها R1 برخصة MIT، فيحق لأي كان أن ينزّلها ويستخدمها ويبني عليها. لكنها لم تنشر بيانات التدريب ولا شيفرته. ولمّا كان تعريف الذكاء الاصطناعي مفتوح المصدر يشترط الشيفرة ومعلومات عن البيانات معًا، فالوصف الدقيق هو «مفتوح الأوزان».\n\nويناقض المقال نفسه هنا: فالجمل التي تلي هذه العبارة تشرح الفرق على وجهه الصحيح، والنصوص الإنجليزية التي عثرنا عليها تقول «open-weight». ويبدو أن المصطلحين تبادلا موضعيهما في الطبعة العربية.",
        },
        proposedBy: "layla",
        publishedBy: "mariam",
        proposedAt: "2025-05-07T10:00:00.000Z",
        publishedAt: "2025-05-08T16:20:00.000Z",
      },
    ],
  },
];
