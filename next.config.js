import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "SAMEORIGIN" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'",
  },
];

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // Title and description stand in the first bytes for everybody, not only for the crawlers that Next knows.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "nodemailer"],
  // authInterrupts: a page for staff answers 403 with a page that says so.
  // globalNotFound: an unknown address gets its page from the server; a route that throws notFound() needs JavaScript.
  experimental: { serverActions: { bodySizeLimit: "4mb" }, authInterrupts: true, globalNotFound: true },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default withNextIntl(config);
