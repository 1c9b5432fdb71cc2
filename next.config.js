import { PHASE_PRODUCTION_SERVER } from "next/constants.js";
import { securityHeaders } from "./lib/server/security-headers.mjs";

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // Title and description stand in the first bytes for everybody, not only for the crawlers that Next knows.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "nodemailer"],
  // authInterrupts: a page for staff answers 403 with a page that says so.
  // globalNotFound: an unknown address gets its page from the server; a route that throws notFound() needs JavaScript.
  // preloadEntriesOnStart: a start loads what its first requests ask for, not every page there is.
  experimental: {
    serverActions: { bodySizeLimit: "4mb" },
    authInterrupts: true,
    globalNotFound: true,
    preloadEntriesOnStart: false,
  },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

/** The plugin tells the build where the messages are; a server that runs what was built is spared its compilers. */
export default async function configFor(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  return createNextIntlPlugin("./lib/next/request.ts")(config);
}
