// Finds the browser for the tests: Playwright's own, else the system's Chromium, else Debian's package, which root installs.
// The headless shell comes first: the same engine without windows.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { StepFailure } from "./steps.mjs";

const SYSTEM = [
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
];

/** Returns the path of a browser as `value`, or null for Playwright's own. Throws a StepFailure if there is none. */
export async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return { summary: "Playwright's own", value: null };
  const system = SYSTEM.find(existsSync);
  if (system) return { summary: system, value: system };
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) installFromDebian();
  const installed = SYSTEM.find(existsSync);
  if (installed) return { summary: `installed ${installed}`, value: installed };
  throw new StepFailure("There is no browser for the tests.", {
    advice:
      "run: npx playwright install chromium (or, on Debian: sudo apt-get install chromium-headless-shell), then test again.",
  });
}

/** Older Debian releases have no package for the headless shell. */
function installFromDebian() {
  apt("update", "-qq");
  if (apt("install", "-y", "-qq", "chromium-headless-shell") !== 0) apt("install", "-y", "-qq", "chromium");
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { stdio: "ignore", env }).status;
}
