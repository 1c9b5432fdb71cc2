import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let n = 0; n < 150 && !(await focused()); n++) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

/** Goes to a button or a link with Tab and presses Enter. */
export async function press(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Goes to a field with Tab, over what stands in it, and types. */
export async function type(page: Page, target: Locator, text: string) {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Goes to the group of a radio button with Tab, and to the button itself with the arrows. */
export async function choose(page: Page, radio: Locator) {
  await expect(radio).toBeVisible();
  const inGroup = () =>
    radio.evaluate((element) => {
      const active = document.activeElement;
      return active instanceof HTMLInputElement && active.name === (element as HTMLInputElement).name;
    });
  for (let n = 0; n < 150 && !(await inGroup()); n++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  for (let n = 0; n < 12 && !(await radio.isChecked()); n++) await page.keyboard.press("ArrowDown");
  await expect(radio).toBeChecked();
}
