// Builds what the container image runs: the app, and its start program as dist/start-image.mjs. See Dockerfile.
import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";
import { printFailure, step } from "./steps.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

try {
  await prepare();
  const { register } = await import("tsx/esm/api");
  register();
  const { ensureBuild } = await import("./build.ts");
  await step("Build", () => ensureBuild({ add: () => {} }));
  await step("Start program", bundleStartProgram);
} catch (error) {
  printFailure(error);
  process.exit(1);
}

/** Packages stay outside: the image has them in node_modules. */
async function bundleStartProgram() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: ["scripts/start-image.mjs"],
    outfile: "dist/start-image.mjs",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "silent",
  });
  return { summary: "dist/start-image.mjs" };
}
