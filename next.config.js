import { PHASE_PRODUCTION_SERVER } from "next/constants.js";
import { securityHeaders } from "./lib/server/security-headers.mjs";

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // Title and description are in the first bytes for all clients, not only for the crawlers that Next knows.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "nodemailer"],
  // authInterrupts: staff pages may respond with 403 and a page.
  // globalNotFound: the page for an unknown path is rendered on the server; after notFound() it needs JavaScript.
  // preloadEntriesOnStart: the server loads each page at its first request.
  experimental: {
    serverActions: { bodySizeLimit: "4mb" },
    authInterrupts: true,
    globalNotFound: true,
    preloadEntriesOnStart: false,
  },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

/** Adds the next-intl plugin, which tells the build where the messages are; the production server does not load it. */
export default async function configFor(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config;
  const { default: createNextIntlPlugin } = await import("next-intl/plugin");
  return createNextIntlPlugin("./lib/next/request.ts")(config);
}
