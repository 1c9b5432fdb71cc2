import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test as base, expect, type Page } from "@playwright/test";
import ar from "@/messages/ar.json" with { type: "json" };
import en from "@/messages/en.json" with { type: "json" };

/** The words of the screens, by language. */
export const words = { en, ar };
export type Language = keyof typeof words;

/** The address of a page in a language. */
export const inLanguage = (language: Language, path: string) =>
  language === "en" ? path : `/ar${path}`.replace(/\/$/, "");

type Fixtures = {
  /** Statuses that the test expects besides those under 400, as with an address that there is not. */
  expectedStatus: number[];
  watched: undefined;
};

/** Every page of every test: an error on the console, or a request that fails, fails the test. */
export const test = base.extend<Fixtures>({
  // Each test comes from an address of its own, as people do: sign-ins are limited for each address.
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use, { testId }) => {
    const [a = 0, b = 0, c = 0] = createHash("sha256").update(testId).digest();
    await use({ ...extraHTTPHeaders, "x-forwarded-for": `10.${a}.${b}.${c}` });
  },
  expectedStatus: [[], { option: true }],
  watched: [
    async ({ context, expectedStatus, javaScriptEnabled }, use) => {
      const faults: string[] = [];
      context.on("console", (message) => {
        if (message.type() !== "error") return;
        const expected = expectedStatus.some((status) => message.text().includes(`status of ${status}`));
        if (!expected) faults.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => faults.push(`page: ${error.error().message}`));
      context.on("response", (response) => {
        const status = response.status();
        if (status >= 400 && !expectedStatus.includes(status)) faults.push(`${status} ${response.url()}`);
      });
      context.on("requestfailed", (request) => {
        if (!javaScriptEnabled && request.resourceType() === "script") return;
        // A page that is left drops what it had asked for ahead; downloads end as an abort.
        if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const passwordFile = "data/test-browser/first-passwords.txt";

/** The first password of a role, as `npm start` left it for the desk's owner. */
export function passwordOf(role: "admin" | "editor" | "publisher"): { email: string; password: string } {
  const line = readFileSync(passwordFile, "utf8")
    .split("\n")
    .find((text) => text.startsWith(role));
  const [, password = "", email = ""] = line?.split(/\s+/) ?? [];
  return { email, password };
}

/** Signs in through the form and waits for the queue. */
export async function signIn(page: Page, role: "admin" | "editor" | "publisher", language: Language = "en") {
  const t = words[language];
  const { email, password } = passwordOf(role);
  await page.goto(inLanguage(language, "/sign-in"));
  await page.getByLabel(t.signIn.email).fill(email);
  await page.getByLabel(t.signIn.password).fill(password);
  await page.getByRole("button", { name: t.signIn.submit }).click();
  await expect(page.getByRole("heading", { level: 1, name: t.queue.title })).toBeVisible();
}

/** Signs out, so that somebody else can sign in on the same browser. */
export async function signOut(page: Page, language: Language = "en") {
  await page.getByRole("button", { name: words[language].deskNav.signOut }).click();
  await expect(page.getByRole("button", { name: words[language].deskNav.signOut })).toHaveCount(0);
}
