import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { command } from "./desk-commands";
import { expect, inLanguage, type Language, signIn, test, words } from "./fixtures";

/** A paragraph, and words of it as they stand on the screen from the left to the right. */
type Case = [text: string, fromTheLeft: string[]];

const rightToLeft: Case[] = [
  ["أقيم معرض Expo 2020 Dubai أمس", ["أمس", "Expo", "2020", "Dubai", "معرض"]],
  ["سقطت طائرة Boeing 737 MAX أمس", ["أمس", "Boeing", "737", "MAX", "طائرة"]],
  ["قيل GPT-4 cost 100 million dollars أمس", ["أمس", "GPT", "4", "cost", "100", "million", "dollars", "قيل"]],
  ["GPT-4 cost 100 million dollars.", ["GPT", "4", "cost", "100", "million", "dollars", "."]],
  ["كلّف النموذج $6M فقط", ["فقط", "$", "6", "M", "النموذج"]],
  ["بين 10-20 شخصًا", ["شخصًا", "10", "-", "20", "بين"]],
  ["بين 30–40 عامًا", ["عامًا", "30", "–", "40", "بين"]],
  ["عند -5 درجات", ["درجات", "-", "5", "عند"]],
  ["الخطأ ±3 نقاط", ["نقاط", "±", "3", "الخطأ"]],
  ["بلغت -7 °C ليلًا", ["ليلًا", "-", "7", "°", "C", "بلغت"]],
  ["انخفضت بنسبة 15% أمس", ["أمس", "15", "%", "انخفضت"]],
  ["لغة C++ سهلة", ["سهلة", "C", "++", "لغة"]],
  ["أعلنت شركة OpenAI.", [".", "OpenAI", "شركة"]],
  ["قال «We won.» ثم خرج", ["ثم", "We", "won", ".", "قال"]],
  ["باعت Nvidia 2,000 وحدة", ["وحدة", "2,000", "Nvidia", "باعت"]],
  ["شركات Google، Microsoft، Apple", ["Apple", "Microsoft", "Google", "شركات"]],
  ["اتصل على +971 4 123 4567 الآن", ["الآن", "+971", "4 1", "4567", "على"]],
  ["الساعة 10:30 AM اليوم", ["اليوم", "10:30", "AM", "الساعة"]],
  ["في 11 September 2001 وقع", ["وقع", "11", "September", "2001", "في"]],
  ["الكلفة $6M–$8M فقط", ["فقط", "$6M", "–", "$8M", "الكلفة"]],
  ['قالت Apple "We won" أمس', ["أمس", "Apple", "We", "won", "قالت"]],
  ["غاز CO₂ وسهم $GME هنا", ["هنا", "$", "GME", "CO", "₂", "غاز"]],
  ["راجع https://example.org/a/ أولًا", ["أولًا", "https", ":", "example", "org", "راجع"]],
];
const leftToRight: Case[] = [
  ["The fair Expo 2020 Dubai ended", ["fair", "Expo", "2020", "Dubai", "ended"]],
  ["It cost $6M for 10-20 of them", ["cost", "$", "6", "M", "10", "-", "20", "of"]],
  ["The paper الأهرام 2,000 copies", ["paper", "الأهرام", "2,000", "copies"]],
  ["It gave الشركة $6M for it", ["gave", "الشركة", "$", "6", "M", "for"]],
  ["Law قانون 5 والضريبة says", ["Law", "والضريبة", "5", "قانون", "says"]],
  ['He said "مرحبا!" and left', ["said", "!", "مرحبا", "and"]],
  ["تقول الشركة إن الكلفة 6 ملايين.", [".", "ملايين", "6", "الكلفة", "تقول"]],
  ["It cost ٥٠ ريال in all", ["cost", "ريال", "٥٠", "in"]],
  ["The tag #إكسبو_2020 rose", ["tag", "2020", "إكسبو", "#", "rose"]],
  ['He wrote "قالت Apple إن" and', ["wrote", "إن", "Apple", "قالت", "and"]],
  ["See https://example.org/مقال/5 now", ["See", "https", "example", "now"]],
];
// Two claims share "2020"; the second ends inside of the name.
const overlapping = ["معرض Expo 2020", "2020 Dubai أمس"];

// A link as long as its paragraph.
const wholeParagraph = "تقول الشركة إن الكلفة 6 ملايين.";

const made = { rtl: "", ltr: "", claim: "" };

test.beforeAll(async ({ browser }, { project }) => {
  const page = await browser.newPage(project.use);
  await signIn(page, "editor");
  for (const [direction, cases] of [
    ["rtl", rightToLeft],
    ["ltr", leftToRight],
  ] as const) {
    const article = await command<{ id: string; slug: string }>(page, "create-article", {
      kind: "news",
      title: `Mixed scripts ${direction} ${Date.now().toString(36)}`,
      language: direction === "rtl" ? "ar" : "en",
      publisher: "crypto.news",
      text: cases.map(([text]) => text).join("\n\n"),
      disclosure: {},
      textPublic: true,
    });
    made[direction] = article.slug;
    for (const [number, quote] of (direction === "rtl"
      ? overlapping
      : ["The fair Expo", wholeParagraph]
    ).entries()) {
      const claim = await command<{ id: string; version: number; slug: string }>(page, "create-claim", {
        articleId: article.id,
        language: "ar",
        text: {
          ar: `ادعاء ${number}: أقيم معرض Expo 2020 Dubai أمس`,
          en: `Claim ${number}: the fair Expo 2020 Dubai`,
        },
        quote,
      });
      await command(page, "release-claim", { claimId: claim.id, version: claim.version });
      made.claim ||= claim.slug;
    }
  }
  await page.close();
});

/** These words of the element that holds the text, from the left to the right of the screen. */
function fromTheLeft(page: Page, text: string, wanted: string[]): Promise<string[]> {
  return page.evaluate(
    ({ text, wanted }) => {
      const skipped = (node: Node) => node.parentElement?.closest("[data-mark]");
      const nodesOf = (root: Element) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes: Text[] = [];
        while (walker.nextNode()) if (!skipped(walker.currentNode)) nodes.push(walker.currentNode as Text);
        return nodes;
      };
      const textOf = (root: Element) =>
        nodesOf(root)
          .map(({ data }) => data)
          .join("");
      const root = [...document.querySelectorAll("main p, main h1 span[lang]")].find(
        (p) => textOf(p) === text,
      );
      if (!root) throw new Error(`${text} is not on the page`);
      const points = nodesOf(root).flatMap((node) => [...node.data].map((_, offset) => ({ node, offset })));
      const middle = (word: string) => {
        const at = text.indexOf(word);
        const range = document.createRange();
        range.setStart(points[at]?.node as Text, points[at]?.offset as number);
        const end = points[at + word.length - 1];
        range.setEnd(end?.node as Text, (end?.offset as number) + 1);
        const boxes = [...range.getClientRects()];
        return boxes.reduce((sum, { left, right }) => sum + (left + right) / 2, 0) / boxes.length;
      };
      return wanted.toSorted((a, b) => middle(a) - middle(b));
    },
    { text, wanted },
  );
}

for (const language of ["en", "ar"] as Language[]) {
  test(`in ${language} › words stand where they are read, in paragraphs of both directions`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const [direction, cases] of [
      ["rtl", rightToLeft],
      ["ltr", leftToRight],
    ] as const) {
      await page.goto(inLanguage(language, `/articles/${made[direction]}`));
      for (const [text, expected] of cases)
        expect.soft(await fromTheLeft(page, text, expected), text).toEqual(expected);
    }
  });

  test(`in ${language} › a paragraph in another script than the article's runs as that script does`, async ({
    page,
  }) => {
    await page.goto(inLanguage(language, `/articles/${made.rtl}`));
    await expect(page.locator("p", { hasText: "GPT-4 cost 100 million dollars." })).toHaveAttribute(
      "dir",
      "ltr",
    );
    await expect(page.locator("p", { hasText: "لغة C++" })).toHaveAttribute("dir", "rtl");
    await page.goto(inLanguage(language, `/articles/${made.ltr}`));
    await expect(page.locator("p", { hasText: "تقول الشركة إن الكلفة" })).toHaveAttribute("dir", "rtl");
    expect(await violations(page)).toEqual([]);
  });

  test(`in ${language} › claims that share words are told apart, by pointer and by keyboard`, async ({
    page,
  }) => {
    await page.goto(inLanguage(language, `/articles/${made.rtl}`));
    const t = words[language].article;
    const paragraph = page.locator(".marked-text", { hasText: "Expo" });
    const digits = language === "ar" ? ["1", "2"] : ["1", "2"];
    const wordsOf = (look: number) =>
      paragraph
        .locator(`mark[data-overlap="${look}"]`)
        .evaluateAll((marks) =>
          marks
            .map((mark) =>
              [...mark.querySelectorAll("[data-start]")].map(({ textContent }) => textContent).join(""),
            )
            .join(""),
        );
    // The quote of each is what its marks hold, whatever of it is shared.
    expect([await wordsOf(0), await wordsOf(1)]).toEqual(overlapping);
    const looks = await paragraph
      .locator("mark[data-overlap]")
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).borderBlockEndStyle));
    expect(new Set(looks)).toEqual(new Set(["solid", "dashed"]));
    const lit = () =>
      paragraph.locator("mark[data-overlap]").evaluateAll((marks) => {
        const target = getComputedStyle(document.documentElement).getPropertyValue("--mark-target");
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.background = target;
        const color = getComputedStyle(probe).backgroundColor;
        probe.remove();
        return marks
          .filter((mark) => getComputedStyle(mark).backgroundColor === color)
          .map((mark) => (mark as HTMLElement).dataset.overlap);
      });
    for (const [look, number] of digits.entries()) {
      const link = paragraph
        .getByRole("link", { name: t.toClaim.replace("{number}", number), exact: true })
        .last();
      await link.hover();
      expect(new Set(await lit())).toEqual(new Set([String(look)]));
      await page.mouse.move(0, 0);
      await link.focus();
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Tab");
      await expect(link).toBeFocused();
      expect(new Set(await lit())).toEqual(new Set([String(look)]));
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/#c-/);
    }
    expect(await violations(page)).toEqual([]);
  });

  test(`in ${language} › a claim reads right in the table and on its page`, async ({ page }) => {
    await page.goto(inLanguage(language, `/claims/${made.claim}`));
    const text = { en: "Claim 0: the fair Expo 2020 Dubai", ar: "ادعاء 0: أقيم معرض Expo 2020 Dubai أمس" }[
      language
    ];
    const expected = { en: ["fair", "Expo", "2020", "Dubai"], ar: ["أمس", "Expo", "2020", "Dubai", "معرض"] }[
      language
    ];
    expect(await fromTheLeft(page, text, expected)).toEqual(expected);
  });
}
