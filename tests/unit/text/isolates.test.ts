import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Direction } from "@/lib/text/direction";
import { splitIsolates } from "@/lib/text/isolates";

const isolated = (text: string, direction: Direction) =>
  splitIsolates(text, direction).flatMap((piece) => (piece.direction ? [piece.text] : []));

describe("in a text from right to left", () => {
  test.each([
    // Numbers between words of the other script, and those that belong to a name, stay where plain text has them.
    ["أقيم معرض Expo 2020 Dubai في العام الماضي", ["Expo 2020 Dubai"]],
    ["أقيم معرض Expo ٢٠٢٠ Dubai", ["Expo ٢٠٢٠ Dubai"]],
    ["سقطت طائرة Boeing 737 MAX أمس", ["Boeing 737 MAX"]],
    ["سقطت طائرة Boeing 737-800 أمس", ["Boeing 737-800"]],
    ["قيل إن GPT-4 cost 100 million dollars في الواقع", ["GPT-4 cost 100 million dollars"]],
    ["قيل إن OpenAI spent $6M أمس", ["OpenAI spent $6M"]],
    ["قيل it fell by 5% أمس", ["it fell by 5%"]],
    ["نحو 100 million dollars فقط", ["100 million dollars"]],
    ["احتاج LLaMA 3 إلى 16,000 وحدة", ["LLaMA 3"]],
    ["أصغر من نظيرتها في DeepSeek 67B، أي 67B كاملة", ["DeepSeek 67B", "67B"]],
    // A quantity behind a name is the sentence's.
    ["باعت Nvidia 2,000 وحدة وتراجعت Meta 5%", ["Nvidia", "Meta", "5%"]],
    ["دفعت Google 500 مليون دولار", ["Google"]],
    ["دفعت OpenAI $6M إلى", ["OpenAI", "$6M"]],
    // Sums, signs, ranges, percent.
    ["كلّف $6M على 2,000 وحدة H800.", ["$6M", "H800"]],
    ["بين €1.5bn و£2 وUS$3", ["€1.5bn", "£2", "US$3"]],
    ["السعر 5$ و6 €", ["5$", "6 €"]],
    ["عند -5 درجات، و−3.2% و±5 و+7", ["-5", "−3.2%", "±5", "+7"]],
    ["بلغت -5 °C و1.5°C", ["-5 °C", "1.5°C"]],
    ["بين 10-20 و10–20 و5 - 7 ونسبة 10%-20%", ["10-20", "10–20", "5 - 7", "10%-20%"]],
    ["في 2025-04-12 بنتيجة 2-1", ["2025-04-12", "2-1"]],
    ["اتصل بـ +966 11 234 5678", ["+966 11 234 5678"]],
    ["انخفضت إلى 5% عام ٢٠٢٣", ["5%"]],
    // Arabic sets the parts of these from right to left, as plain text does.
    ["بين عامي ٢٠١٩-٢٠٢٤ عند -٥ ونسبة ٥٪", []],
    ["في 12/04/2025 عند 10:30 نحو 2,000", []],
    [
      "اتصل على +971 4 123 4567 أو +1 (202) 555-0123 أو (+971) 4 123 4567",
      ["+971 4 123 4567", "+1 (202) 555-0123", "(+971) 4 123 4567"],
    ],
    ["اتصل على 04 123 4567 أو (04) 123-4567", ["04 123 4567", "(04) 123-4567"]],
    ["نسبة 05-10% فقط", ["05-10%"]],
    ["الكلفة $6M–$8M أو 6–8M", ["$6M–$8M", "6–8M"]],
    ["الساعة 10:30 AM بسعة 80 GB وقدرة 5 kW وسعر 100 USD", ["10:30 AM", "80 GB", "5 kW", "100 USD"]],
    ["قبل 5+ سنوات، و+18 و18+", ["5+", "+18", "18+"]],
    ["ضغط 120/80 mmHg وسعر USD 5,000 و10^6 خلية", ["120/80 mmHg", "USD 5,000", "10^6"]],
    ["سهم $GME ارتفع", ["$GME"]],
    ['كتب @user: "5G is safe!" أمس', ['@user: "5G is safe!"']],
    ["مساحة 200 km² و1½ كوب", ["200 km²", "1½"]],
    ["عند 25.2° N فقط", ["25.2° N"]],
    // Dates in words.
    ["في 11 September 2001 وقع", ["11 September 2001"]],
    ["في September 11, 2001 وقع", ["September 11, 2001"]],
    ["في Sept. 11, 2001 وقع", ["Sept. 11, 2001"]],
    ["في May 5، ثم 10 أشخاص", ["May 5"]],
    ["القرار No. 5 صدر", ["No. 5"]],
    // What ends or begins a name.
    ["قانون E = mc² وغاز CO₂ ونظام Windows® و A$AP", ["E = mc²", "CO₂", "Windows®", "A$AP"]],
    ['قالت Apple "We won" أمس', ['Apple "We won"']],
    ["قالت Apple “We won” أمس، وقالت Meta 'no' اليوم", ["Apple “We won”", "Meta 'no'"]],
    ['قالت Apple "نعم" أمس', ["Apple"]],
    ["دراسة Smith, J. (2020) تقول", ["Smith, J. (2020)"]],
    ["لغة C++ ولغة C# ومنصة Disney+", ["C++", "C#", "Disney+"]],
    ["حساب @elonmusk ووسم #MeToo ونطاق .com", ["@elonmusk", "#MeToo", ".com"]],
    ["شركة Apple Inc. والجيش U.S. Army", ["Apple Inc.", "U.S. Army"]],
    ["كتبت J. K. Rowling وDr. Strange", ["J. K. Rowling", "Dr. Strange"]],
    ["أعلنت OpenAI.", ["OpenAI"]],
    ["اشترت شركة Rockset. Microsoft ردت", ["Rockset", "Microsoft"]],
    ["قال: We won today. They lost it ثم", ["We won today. They lost it"]],
    ["قال «We won.» ثم (OpenAI, Inc.)", ["We won.", "OpenAI, Inc."]],
    ["شركة OpenAI (ChatGPT) اليوم", ["OpenAI (ChatGPT)"]],
    ["نموذج GPT-4 من OpenAI، ثم Nvidia H800", ["GPT-4", "OpenAI", "Nvidia H800"]],
    ["شركات Google، Microsoft، Apple", ["Google", "Microsoft", "Apple"]],
    [
      "عنوانه «DeepSeek, China and Russia AI partnership» بالإنجليزية",
      ["DeepSeek, China and Russia AI partnership"],
    ],
    ["قال Müller من Société Générale إن", ["Müller", "Société Générale"]],
    ["كتبته Nvidia، ثم Meta: 2,000 وحدة", ["Nvidia", "Meta"]],
    ["فيتامين A مفيد", ["A"]],
    // Addresses.
    ["نُشر على https://example.com/q5?x=1.", ["https://example.com/q5?x=1"]],
    ["راجع https://example.org/a", ["https://example.org/a"]],
    ["راجع https://ar.example.org/wiki/صفحة_(فيلم).", ["https://ar.example.org/wiki/صفحة_(فيلم)"]],
    ["نشرها Facebook https://fb.example/p.php?id=1 أمس", ["Facebook", "https://fb.example/p.php?id=1"]],
    ["على facebook.com/p.php?id=1&x=2، ثم", ["facebook.com/p.php?id=1&x=2"]],
    ["راسلونا على desk@news.example، أو www.news.example/ask", ["desk@news.example", "www.news.example/ask"]],
    // A paragraph of its own.
    ["فقرة.\n\nGPT-4 cost 100 million dollars.\n\nفقرة", ["GPT-4 cost 100 million dollars."]],
  ])("%s", (text, expected) => {
    expect(isolated(text, "rtl")).toEqual(expected);
  });
});

describe("in a text from left to right", () => {
  test.each([
    ["In كورونا 2019 it was", ["كورونا 2019"]],
    ["It sold الأهرام 2,000 copies", ["الأهرام"]],
    ["It paid الشركة $6M for 10-20 of them", ["الشركة"]],
    ["It gave الشركة 5 million, مصر 10-20", ["الشركة", "مصر"]],
    ["Law قانون 5 والقانون 7 says", ["قانون 5 والقانون 7"]],
    ['He said "مرحبا!" and left', ["مرحبا!"]],
    ['He said "قالت Apple إن الرقم صحيح" and left', ["قالت Apple إن الرقم صحيح"]],
    ['He said "قالت" and "Apple إن" and left', ["قالت", "إن"]],
    ["The price was ٥٠ ريال in ١٢ أبريل ٢٠٢٥", ["٥٠ ريال", "١٢ أبريل"]],
    ["The hashtag #إكسبو_2020 trended", ["#إكسبو_2020"]],
    ["See https://example.org/مقال/5.", ["https://example.org/مقال/5"]],
    ["It cost $6M, or -5% of 10-20.", []],
    ["One.\nفقرة كاملة 2,000.", ["فقرة كاملة 2,000."]],
  ])("%s", (text, expected) => {
    expect(isolated(text, "ltr")).toEqual(expected);
  });
});

test("nothing of the text is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom("ltr", "rtl"), (text, direction) => {
      expect(
        splitIsolates(text, direction)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

// With a pattern that tries every way to cut it, this would not end.
test.each([
  "1",
  "1.",
  "a",
  "a-",
  "a, ",
  "$1",
  "a 1",
  "a (",
  '"a',
  "«a ",
  "1-",
  "+1 ",
  "a.b",
  "a@",
  "A. ",
  "ع (",
])("a very long text of %j is cut and nothing lost", (unit) => {
  const text = unit.repeat(20_000);
  for (const direction of ["ltr", "rtl"] as const) {
    const pieces = splitIsolates(`${text}\nع ${text} ععع`, direction);
    expect(pieces.reduce((length, piece) => length + piece.text.length, 0)).toBe(2 * text.length + 7);
  }
});
