import path from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3199);
const address = `http://localhost:${port}`;
const asRoot = process.getuid?.() === 0;

/**
 * What Chromium draws for its own address bar (the first two) costs a process in each window. It heeds the last list
 * alone, so that those that Playwright turns off are named again.
 */
const withoutFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

// The tests run against a new installation: `npm start` in an empty data folder, with the production build.
export default defineConfig({
  testDir: "tests/e2e",
  // Emptied at each start, so it must not contain the reports of the other tests.
  outputDir: "test-results/browser",
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    baseURL: address,
    // Traces take time; without one, a failure still includes a snapshot of the page.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env.E2E_BROWSER || undefined,
      args: [
        `--disable-features=${withoutFeatures.join()}`,
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        ...(asRoot ? ["--no-sandbox"] : []),
      ],
    },
  },
  // All tests share one desk: those that count its claims run before those that add some.
  projects: [
    {
      name: "readers",
      testMatch: /(accessibility|api|history|layout|readers|search|suggestions|weight)\.spec/,
    },
    {
      name: "desk",
      testIgnore:
        /(accessibility|api|history|layout|readers|search|suggestions|weight|queue|filter-values|record)\.spec/,
      dependencies: ["readers"],
    },
    // Fills the queue; the next project fills the filters.
    { name: "queue", testMatch: /queue\.spec/, dependencies: ["desk"] },
    { name: "filters", testMatch: /filter-values\.spec/, dependencies: ["queue"] },
    // Causes an alert on every page of the desk.
    { name: "record", testMatch: /record\.spec/, dependencies: ["filters"] },
  ],
  webServer: {
    command: "node scripts/start.mjs",
    url: `${address}/api/health/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "ignore",
    env: {
      PORT: String(port),
      BASE_URL: address,
      DATA_DIR: path.resolve("data/test-browser"),
      DATABASE_URL: "",
      DEMO: "true",
    },
  },
});
