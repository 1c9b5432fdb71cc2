import type { DemoArticle } from "./demo-shape";

const arabic = [
  "هذا موجز أعدّته غرفة التحرير لأغراض العرض، ويلخّص بصياغة جديدة مقال رأي نشره موقع crypto.news بالعربية في ربيع 2025، وعنوان طبعته الإنجليزية «DeepSeek, China and Russia AI partnership». ما يرد فيه من أقوال هو ما ينسبه المقال إلى أصحابه، لا ما تقوله غرفة التحرير.",
  "ينطلق الكاتب من حكم عام: الشركات الصينية في رأيه صاحبة الصدارة في سباق التسلح بالذكاء الاصطناعي. ويستشهد بكلام لو تشينجيان، الذي يقدّمه بوصفه سياسيًا وعالِم حاسوب، إذ أثنى لو على التزام ديب سيك بالمصدر المفتوح وعلى ما يتيحه ذلك من نشر للتقنية حول العالم.",
  "ثم ينتقل إلى باريس، حيث انعقدت في فبراير قمة العمل من أجل الذكاء الاصطناعي. هناك قال جيه دي فانس، نائب الرئيس الأمريكي، إن تقنية بلاده ستبقى «المعيار الذهبي» في العالم. وحذّر من أن الإفراط في التنظيم سيقتل قطاعًا ما زال في بداياته.",
  "وفي الأسواق، يذكّر الكاتب بأن DeepSeek هزّت البورصات العالمية في يناير حين عرضت نماذج زهيدة الثمن. ويستنتج أن بوسع الشركات الناشئة الصغيرة اليوم أن تنافس Google وOpenAI من دون أموالهما.",
  "أما الأرقام فهي عماد المقال. فبحسب ما ينقله عن الشركة، بلغت تكلفة النموذج $6M فقط على 2,000 وحدة من طراز Nvidia H800. ويقابل ذلك بتقديره أن GPT-4 كلّف ما بين 80 و100 مليون دولار، وبأن LLaMA 3 من Meta احتاج إلى 16,000 معالج من طراز H100.",
  "وفي الجانب التقني يقول إن التعلّم المعزَّز يغني عن الضبط الدقيق الخاضع للإشراف. ويضيف أن آلية الانتباه الكامن متعدد الرؤوس تهبط باستهلاك الذاكرة إلى 5%، بعد أن كان 13% في الطرق الأقدم.",
  "ويصف الكاتب DeepSeek بأنه مفتوح المصدر (open source) لا مفتوح الأوزان، ثم يعود بعد قليل ليقول إن الأوزان متاحة وإن شيفرة التدريب ليست كذلك.",
  "ويختم بالجغرافيا السياسية. فالتنافس بين بكين وواشنطن ظاهر للعيان، في حين أن ما تملكه روسيا من قدرات في هذا الميدان محاط بالكتمان. ويورد أن مصرف Sberbank، الذي أطلق نموذجه GigaChat عام ٢٠٢٣، يعتزم إجراء أبحاث مشتركة مع علماء من الصين، نقلًا عن نائب رئيسه ألكسندر فيدياخين في حديث إلى رويترز.",
].join("\n\n");

const english = [
  "This is a digest prepared by the desk for demonstration. It sums up in new words an opinion piece that crypto.news published in Arabic in spring 2025; its English edition is titled “DeepSeek, China and Russia AI partnership”. The statements in it are those that the piece ascribes to its speakers, not the desk’s.",
  "The author begins with a sweeping judgement: Chinese companies, in his view, are ahead in the AI arms race. He calls on Lou Qinjian, whom he introduces as a politician and computer scientist, and who praised DeepSeek’s commitment to open source and the spread of technology around the world that comes with it.",
  "He then turns to Paris, where the AI Action Summit was held in February. There JD Vance, the US vice president, said that his country’s technology would remain the world’s “gold standard”. He warned that excessive regulation will kill an industry that is only beginning.",
  "On markets, the author recalls that DeepSeek shook the world’s exchanges in January when it showed models at a very low price. He concludes that small startups can now compete with Google and OpenAI without having their money.",
  "Figures are the backbone of the piece. According to what it reports of the company, the model cost only $6M on 2,000 Nvidia H800 units. Against this it sets its own estimate that GPT-4 cost between 80 and 100 million dollars, and that Meta’s LLaMA 3 needed 16,000 H100 processors.",
  "On the technical side it says that reinforcement learning makes supervised fine-tuning unnecessary. It adds that multi-head latent attention brings memory use down to 5%, from 13% in older methods.",
  "The author describes DeepSeek as open source rather than open-weight, and says soon after that the weights are available and the training code is not.",
  "He ends with geopolitics. The rivalry between Beijing and Washington is plain to see, while Russia’s own capabilities in the field are shrouded in secrecy. He reports that the bank Sberbank, which released its GigaChat model in 2023, intends to do joint research with scientists from China, citing its deputy head Alexander Vedyakhin, speaking to Reuters.",
].join("\n\n");

/** A digest of the first article, written for the demo, and its translation. */
export const demoArticle: DemoArticle = {
  slug: "deepseek-china-russia-digest",
  kind: "opinion",
  language: "ar",
  title: "ديب سيك والصين وروسيا: موجز مقال رأي",
  text: arabic,
  translation: {
    language: "en",
    title: "DeepSeek, China and Russia: digest of an opinion piece",
    text: english,
  },
  publisher: "crypto.news",
  author: null,
  url: "https://diffcoin.com/deepseek-china-and-russia-ai-partnership",
  archiveUrl: null,
  publishedOn: "2025-04",
  retrievedAt: "2025-04-14T08:30:00.000Z",
  disclosure: {
    en: "A digest written by the desk for demonstration, not the article itself. The original is an opinion piece of crypto.news, “DeepSeek, China and Russia AI partnership”; its own disclosure says that the views are the author’s and not the editors’. The link leads to a syndicated English copy.",
    ar: "موجز كتبته غرفة التحرير لأغراض العرض، وليس المقال نفسه. الأصل مقال رأي في موقع crypto.news بعنوان «DeepSeek, China and Russia AI partnership»، وينص إفصاحه على أن الآراء لكاتبه لا لهيئة التحرير. ويقود الرابط إلى نسخة إنجليزية أُعيد نشرها.",
  },
};
