import type { Page } from "@playwright/test";
import { expect, inLanguage, type Language, test } from "./fixtures";
import { readerPages } from "./reader-pages";

/** In bytes, as they are sent. */
const MOST_SCRIPTS = 130_000;

for (const language of ["en", "ar"] as Language[]) {
  test(`in ${language} › a reader's page loads few scripts`, async ({ browser }) => {
    for (const path of readerPages) {
      // Nothing is there from the page before.
      const context = await browser.newContext();
      const bytes = await scriptsOf(await context.newPage(), inLanguage(language, path));
      await context.close();
      expect.soft(bytes, path).toBeGreaterThan(0);
      expect.soft(bytes, path).toBeLessThanOrEqual(MOST_SCRIPTS);
    }
  });
}

async function scriptsOf(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
}
