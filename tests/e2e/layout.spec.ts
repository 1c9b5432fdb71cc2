import { setTimeout as delay } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { expect, inLanguage, type Language, test } from "./fixtures";
import { readerPages } from "./reader-pages";

/** Long enough for the page to be drawn, and read, in other letters first. */
const FONTS_LATE_MS = 300;
const widths = [390, 1280];
/** Pages that show no Arabic text in English, but for the way to the Arabic page. */
const withoutArabic = ["/", "/corrections"];
const files: Record<Language, string[]> = {
  en: ["ibm-plex-sans-latin-400", "ibm-plex-sans-latin-600", "newsreader-latin"],
  ar: ["ibm-plex-sans-arabic-arabic-400", "ibm-plex-sans-arabic-arabic-600", "noto-naskh-arabic-arabic"],
};

for (const language of ["en", "ar"] as Language[]) {
  for (const width of widths) {
    test(`in ${language} › nothing moves on a page ${width} px wide when its fonts come late`, async ({
      browser,
    }) => {
      for (const path of readerPages) {
        const { shift } = await firstView(browser, width, inLanguage(language, path), FONTS_LATE_MS);
        expect.soft(shift, path).toBe(0);
      }
    });
  }

  for (const width of widths) {
    test(`in ${language} › names in either script begin at the edge of their cells, ${width} px wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(inLanguage(language, "/"));
      const gaps = await page.locator(".claim-row .claim-name").evaluateAll((names) =>
        names.map((name) => {
          const [cell, text] = [name.closest("td") as Element, document.createRange()];
          text.selectNodeContents(name);
          const [outer, inner] = [cell.getBoundingClientRect(), text.getBoundingClientRect()];
          const { paddingLeft, paddingRight } = getComputedStyle(cell);
          return document.documentElement.dir === "rtl"
            ? outer.right - Number.parseFloat(paddingRight) - inner.right
            : inner.left - outer.left - Number.parseFloat(paddingLeft);
        }),
      );
      expect(gaps.length).toBeGreaterThan(16);
      for (const gap of gaps) expect(Math.abs(gap)).toBeLessThan(2);
    });
  }

  test(`in ${language} › a page loads the letters that it shows, once, and asks for them in its head`, async ({
    browser,
  }) => {
    const wanted = language === "en" ? files.en : [...files.en, ...files.ar];
    for (const path of readerPages) {
      const { asked, preloaded, faces } = await firstView(browser, 1280, inLanguage(language, path), 0);
      expect.soft(asked, path).toEqual([...new Set(asked)]);
      expect.soft(namesIn(preloaded), path).toEqual([...wanted].sort());
      // A file that is asked for in the head alone would be one more than the faces.
      expect.soft(faces, path).toBe(asked.length);
      if (language === "en" && withoutArabic.includes(path)) {
        expect.soft(namesIn(asked), path).toEqual([...wanted].sort());
      }
    }
  });
}

type FirstView = { shift: number; asked: string[]; preloaded: string[]; faces: number };

/** What somebody sees who has never been here. Font files are told by their addresses. */
async function firstView(browser: Browser, width: number, path: string, late: number): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const asked: string[] = [];
  await page.route("**/*.woff2", async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await delay(late);
    await route.continue();
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  const seen = { shift: await shiftOf(page), asked, ...(await fontsOf(page)) };
  await context.close();
  return seen;
}

/** The sum of what moved without the reader's doing. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) sum += entry.value;
        });
        observer.observe({ type: "layout-shift", buffered: true });
        // What is buffered comes before the frame after the next.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 50)));
      }),
  );
}

/** The files that the page's head names, and how many font faces its text has called for. */
function fontsOf(page: Page): Promise<{ preloaded: string[]; faces: number }> {
  return page.evaluate(() => {
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="font"]');
    return {
      preloaded: [...links].map(({ href }) => new URL(href).pathname),
      faces: [...document.fonts].filter(({ status }) => status === "loaded").length,
    };
  });
}

function namesIn(paths: string[]): string[] {
  return paths.map((path) => /\/([^/]+?)(?:-wght)?-normal\./.exec(path)?.[1] ?? path).sort();
}
