import { existsSync, readFileSync } from "node:fs";
import { expect, signIn, signOut, test, words } from "./fixtures";
import { exportedVerdict, fillClaim, pasteArticle, proposeDisputed, publish, selectWords } from "./newsroom";

// The article that the demo digests lies beside the project on the desks that may read it; it is not ours to ship.
const file = process.env.REAL_ARTICLE ?? "../shared/articles/deepseek-ar.txt";

test("the real article goes the same way, pasted whole", async ({ page }) => {
  test.skip(!existsSync(file), `there is no ${file}`);
  const quote = "6 ملايين دولار باستخدام 2000 وحدة معالجة رسوميات Nvidia H800";
  const claim = { en: "The real article says six million", ar: "يقول المقال الحقيقي ستة ملايين" };
  await signIn(page, "editor");
  await pasteArticle(page, { title: "المقال الحقيقي", text: readFileSync(file, "utf8"), words: quote }, "en");
  await selectWords(page, quote, "en");
  await page.getByRole("button", { name: words.en.marking.make }).first().click();
  await fillClaim(page, claim, quote, "en");
  await proposeDisputed(page, "en");
  await publish(page, claim, "en");
  await signOut(page);
  const verdict = await exportedVerdict(page, claim, "ar");
  expect(verdict.source.quote.exact).toBe(quote);
});
