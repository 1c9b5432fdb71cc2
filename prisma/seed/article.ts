import type { DemoArticle } from "./demo-shape";

const arabic = [
  "هذا موجز أعدّته غرفة التحرير بأسلوبها لأغراض العرض، وليس نص المقال. والأصل مقال رأي بالعربية نشره موقع crypto.news في ربيع 2025، وعنوان طبعته الإنجليزية «DeepSeek, China and Russia AI partnership». وما يرد أدناه منسوب إلى كاتبه ومن استشهد بهم، ولا يعبّر عن غرفة التحرير.",
  "يرى الكاتب أن الشركات الصينية باتت في مقدمة سباق التسلّح بالذكاء الاصطناعي، ويتخذ من DeepSeek شاهدًا على ما يتيحه المصدر المفتوح من فرص، وعلى ما يطرحه صعود بكين من أسئلة أمام الغرب.",
  "ويفتتح حجته بكلام لو تشينجيان، وهو بحسب المقال سياسي صيني وعالِم حاسوب. فقد أشاد لو بنهج ديب سيك القائم على المصدر المفتوح، ورأى فيه سبيلًا إلى تعميم استخدام هذه التقنيات وإلى نشر ما سمّاه «الحكمة الصينية».",
  "على الضفة الأخرى، يستعيد الكاتب خطاب نائب الرئيس الأمريكي جيه دي فانس في فبراير أمام قمة العمل من أجل الذكاء الاصطناعي في باريس. يومها تعهّد فانس بأن تبقى تقنية بلاده «المعيار الذهبي» في العالم، وبأن تكون شركاتها الخيار الأول لكل دولة تبحث عن شريك.",
  "وحذّر فانس، وفق رواية المقال، من أن الإفراط في التنظيم سيقضي على قطاع لا يزال في مهده، ودعا إلى تخفيف القيود. ونبّه كذلك إلى أن أنظمة سلطوية قد تسخّر هذه الأدوات للمراقبة والدعاية، وحثّ الحاضرين على التروّي قبل الارتباط بها.",
  "ثم يعود المقال إلى مطلع العام، فيذكّر بأن DeepSeek أحدثت في يناير صدمة في الأسواق العالمية حين طرحت نماذج زهيدة الكلفة، فبدا المنافسون الأمريكيون كأنهم يلحقون بالركب لا يقودونه. ومنذ ذلك الحين، كما يقول، تبدّلت النظرة إلى ما يلزم من مال وقدرة حاسوبية لبناء أنظمة كهذه.",
  "ويستنتج من ذلك أن الشركات الناشئة الصغيرة صارت قادرة على منافسة Google وOpenAI من غير أن تملك خزائنهما، لأن النماذج الجديدة تقدّم الكثير بالقليل.",
  "وعماد هذا الاستنتاج أرقام. فبحسب ما ينقله الكاتب عن الشركة، لم تتجاوز كلفة نموذجها $6M على 2,000 وحدة معالجة من طراز Nvidia H800. ويضع في الكفة المقابلة GPT-4، وكلفته في تقديره بين 80 و100 مليون دولار، وLLaMA 3 من Meta الذي احتاج، كما يقول، إلى 16,000 وحدة H100.",
  "وفي الشق التقني، يعزو هذا التفوّق إلى قدرات استدلال تسمح بالاكتفاء بنماذج أصغر، ويقول إن التعلّم المعزَّز يغني عن الضبط الدقيق الخاضع للإشراف. ويضيف أن آلية الانتباه الكامن متعدد الرؤوس تهبط باستهلاك الذاكرة إلى 5%، بعدما كان 13% في الأساليب الأقدم.",
  "ولا يغفل الكاتب ما يثيره النموذج من مخاوف بشأن الخصوصية ومصادر البيانات وحقوق المؤلفين. وهو يصفه بأنه مفتوح المصدر لا مفتوح الأوزان، ثم يوضح أن الأوزان متاحة لمن يريد البناء عليها، أما شيفرة التدريب ومصادر البيانات فغير معلنة.",
  "وفي الجغرافيا السياسية، يلاحظ أن التنافس بين واشنطن وبكين ظاهر للعيان، في حين تبقى قدرات روسيا في الذكاء الاصطناعي طيّ الكتمان. ويشير إلى شراكة «بلا حدود» تعلنها موسكو وبكين، وإلى أن المعروف عن تعاونهما في هذا الميدان، بما فيه جانبه العسكري، قليل.",
  "ومن هذا القليل ما أعلنه Sberbank، أكبر مصارف روسيا المملوكة للدولة، الذي أطلق نموذجه GigaChat في عام ٢٠٢٣. فقد صرّح ألكسندر فيدياخين، النائب الأول لرئيسه التنفيذي، لوكالة رويترز بأن المصرف يخطط لأبحاث مشتركة مع باحثين صينيين.",
  "ويخلص المقال إلى أن احتدام السباق يرفع قيمة الابتكار المفتوح، وأن مبادرات صغيرة لامركزية بدأت تشق طريقها في أنحاء متفرقة من العالم.",
].join("\n\n");

const english = [
  "This is a digest that the desk wrote in its own words for demonstration; it is not the article’s text. The original is an opinion piece in Arabic that crypto.news published in spring 2025; its English edition is titled “DeepSeek, China and Russia AI partnership”. What follows is ascribed to its author and to those he cites, and does not speak for the desk.",
  "The author holds that Chinese companies have moved to the front of the AI arms race. DeepSeek is his exhibit for the openings that open source brings, and for the questions that Beijing’s rise puts to the West.",
  "He opens his case with the words of Lou Qinjian, who is, according to the piece, a Chinese politician and computer scientist. Lou commended the open-source course that DeepSeek has taken, and saw in it a way to bring these technologies into general use and to spread what he called “Chinese wisdom”.",
  "On the other side, the author recalls the speech of the US vice president, JD Vance, to the AI Action Summit in Paris in February. There Vance pledged that his country’s technology would remain the world’s “gold standard”, and that its companies would be the first choice of any country in search of a partner.",
  "Vance warned, as the piece tells it, that excessive regulation will kill a sector still in its infancy, and called for lighter rules. He also cautioned that authoritarian governments may turn these tools to surveillance and propaganda, and urged his audience to think twice before tying themselves to them.",
  "The piece then goes back to the start of the year and recalls that DeepSeek sent a shock through world markets in January, when it brought out models at a very low price and its American rivals seemed to be following the field rather than leading it. Since then, the author says, people see differently how much money and computing power such systems take.",
  "From this he concludes that small startups have become able to compete with Google and OpenAI without owning their coffers, because the new models give much for little.",
  "The conclusion rests on figures. According to what the author reports of the company, its model cost no more than $6M on 2,000 Nvidia H800s. On the other side of the scales he sets GPT-4, at a cost of between 80 and 100 million dollars by his estimate, and Meta’s LLaMA 3, which needed, he says, 16,000 H100s.",
  "On the technical side, he puts this lead down to reasoning abilities that make do with smaller models, and says that reinforcement learning makes supervised fine-tuning unnecessary. He adds that multi-head latent attention brings memory use down to 5%, from 13% in older methods.",
  "Nor does the author pass over the worries that the model raises about privacy, the sources of its data and the rights of authors. He describes it as open source rather than open-weight, and then explains that the weights are there for anyone who wants to build on them, whereas the training code and the sources of the data are not disclosed.",
  "In geopolitics, he observes that the rivalry between Washington and Beijing is plain to see, while Russia’s AI capabilities remain under wraps. He points to the “no limits” partnership that Moscow and Beijing proclaim, and to how little is known of their work together in this field, its military side included.",
  "Part of that little is what was announced by Sberbank, the largest of Russia’s state-owned banks, whose GigaChat model came out in 2023. Its first deputy chief executive, Alexander Vedyakhin, told Reuters that the bank is planning joint research with Chinese researchers.",
  "The piece ends on the thought that the harder the race is run, the more open innovation is worth, and that small, decentralised ventures have begun to make their way in many parts of the world.",
].join("\n\n");

/** A digest of the first article, written for the demo, and its translation. */
export const demoArticle: DemoArticle = {
  slug: "deepseek-china-russia-digest",
  kind: "opinion",
  language: "ar",
  title: "ديب سيك بين الصين وروسيا والغرب: موجز مقال رأي",
  text: arabic,
  translation: {
    language: "en",
    title: "DeepSeek between China, Russia and the West: digest of an opinion piece",
    text: english,
  },
  publisher: "crypto.news",
  author: null,
  url: "https://diffcoin.com/deepseek-china-and-russia-ai-partnership",
  archiveUrl: null,
  publishedOn: "2025-04",
  retrievedAt: "2025-04-14T08:30:00.000Z",
  textPublic: true,
  disclosure: {
    en: "A digest written by the desk for demonstration, not the article itself. The original is an opinion piece of crypto.news, titled “DeepSeek, China and Russia AI partnership” in its English edition; its own disclosure says that the views are the author’s alone and not the editors’. The link leads to a syndicated English copy at diffcoin.com.",
    ar: "موجز كتبته غرفة التحرير لأغراض العرض، وليس المقال نفسه. الأصل مقال رأي في موقع crypto.news، عنوان طبعته الإنجليزية «DeepSeek, China and Russia AI partnership»، وينص إفصاحه على أن الآراء لكاتبه وحده ولا تمثل هيئة التحرير. ويقود الرابط إلى نسخة إنجليزية أعاد موقع diffcoin.com نشرها.",
  },
};
