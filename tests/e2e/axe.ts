import type { Page } from "@playwright/test";
import axe, { type RunOnly } from "axe-core";

/** All that WCAG 2.2 AA asks and axe can tell, and what axe thinks good besides. */
export const everyRule: RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** What axe finds on the page as it stands, or in a part of it: each rule with the first element that breaks it. */
export async function violations(page: Page, runOnly = everyRule, within = "html"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const asked = { within, options: { runOnly, resultTypes: ["violations" as const] } };
  return page.evaluate(async ({ within, options }) => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const found = await loaded.run(within, options);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, asked);
}
