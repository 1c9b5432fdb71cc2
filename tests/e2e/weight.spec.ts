import { expect, inLanguage, type Language, test } from "./fixtures";

/** In bytes, as they are sent. */
const MOST_SCRIPTS = 130_000;

for (const language of ["en", "ar"] as Language[]) {
  test(`in ${language} › the table loads few scripts`, async ({ page }) => {
    const sizes: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(inLanguage(language, "/"), { waitUntil: "networkidle" });
    const scripts = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
    expect(scripts).toBeGreaterThan(0);
    expect(scripts).toBeLessThanOrEqual(MOST_SCRIPTS);
  });
}
