import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { consume } from "./rate-limit";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./schema";

const APP_NAME = "Veritable";
const DAY_S = 24 * 60 * 60;

function create() {
  return betterAuth({
    appName: APP_NAME,
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
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    databaseHooks: { session: { create: { before: async ({ userId }) => refuseWithoutAccess(userId) } } },
    session: { expiresIn: 14 * DAY_S, updateAge: DAY_S },
    rateLimit: {
      enabled: true,
      // In the database, so that all app processes count attempts together.
      customStorage: { consume },
      window: 60,
      max: 100,
      // A newsroom shares one IP address. Accounts have their own limit (attempts.ts).
      customRules: { "/sign-in/email": { window: 60, max: 100 }, "/two-factor/*": { window: 60, max: 100 } },
    },
    // Sign-in allows five codes for each correct password, and ten wrong codes within fifteen minutes.
    plugins: [twoFactor({ issuer: APP_NAME })],
    telemetry: { enabled: false },
    advanced: { cookiePrefix: "veritable" },
  });
}

/** Prevents a new session for a person without access. */
async function refuseWithoutAccess(personId: string): Promise<void> {
  const person = await db().person.findUnique({ where: { id: personId }, select: { active: true } });
  if (!person?.active) throw new APIError("FORBIDDEN", { message: "This person has no access." });
}

let auth: ReturnType<typeof create> | undefined;

/** The auth library, created on first use: a build has neither secret nor database. */
export function authServer(): ReturnType<typeof create> {
  auth ??= create();
  return auth;
}
