import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = {
  alias: { "@/": root, "server-only": `${root}node_modules/server-only/empty.js` },
};

// Polled conditions may take long on a machine that also runs browsers.
const expect = { poll: { timeout: 20_000 } };

// Overrides the BASE_URL that the runner sets.
const ownAddress = { BASE_URL: "http://localhost" };

export default defineConfig({
  test: {
    // A single worker would idle while PostgreSQL or a child process works.
    maxWorkers: 2,
    projects: [
      // Pure functions need no isolation, and shared modules are loaded once.
      {
        resolve,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          isolate: false,
          testTimeout: 60_000,
          expect,
        },
      },
      {
        resolve,
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          globalSetup: ["tests/db/template-database.ts"],
          setupFiles: ["tests/db/own-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect,
        },
      },
      {
        resolve,
        test: {
          name: "system",
          include: ["tests/system/**/*.test.ts"],
          exclude: ["tests/system/crash.test.ts"],
          env: ownAddress,
        },
      },
      { resolve, test: { name: "crash", include: ["tests/system/crash.test.ts"], env: ownAddress } },
    ],
  },
});
