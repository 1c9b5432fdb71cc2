import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";

const DAY_S = 24 * 60 * 60;

function create() {
  return betterAuth({
    appName: "Veritable",
    baseURL: env().BASE_URL,
    secret: env().AUTH_SECRET,
    database: prismaAdapter(db(), { provider: "postgresql" }),
    user: {
      modelName: "person",
      additionalFields: {
        role: { type: "string", input: false, required: true },
        active: { type: "boolean", input: false, required: true },
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    session: { expiresIn: 14 * DAY_S, updateAge: DAY_S },
    // In the database, so that attempts count across app processes.
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 100,
      customRules: { "/sign-in/email": { window: 60, max: 8 } },
    },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: "veritable" },
  });
}

let auth: ReturnType<typeof create> | undefined;

/** The auth library, set up at the first use: a build needs neither secret nor database. */
export function authServer(): ReturnType<typeof create> {
  auth ??= create();
  return auth;
}
