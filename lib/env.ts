import path from "node:path";
import { z } from "zod";

const isYes = (value: string) => value === "true" || value === "1" || value === "yes";
const flag = z.enum(["true", "false", "1", "0", "yes", "no"], {
  error: "must be true or false",
});

/** The bytes of a key in hex, base64 or base64url. */
function keyBytes(text: string): Buffer {
  return Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The environment variables that the product reads, with description, default and rule. A test checks the settings table
 * of the README against it. All values are text; an empty one counts as unset.
 */
export const settings = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must look like postgresql://user:password@host:5432/database",
    })
    .optional()
    .describe("PostgreSQL to use. Without it, Veritable runs a PostgreSQL of its own in the data folder."),
  AUTH_SECRET: z
    .string()
    .min(32, "must be at least 32 characters; make one with: openssl rand -base64 32")
    .optional()
    .describe(
      "Key that signs the sessions, at least 32 characters. Required with DATABASE_URL; else made at the first start.",
    ),
  LOG_KEY: z
    .string()
    .refine((text) => /^[\w+/=-]+$/.test(text) && keyBytes(text).length === 32, {
      error: "must be 32 bytes in base64 or hex; make one with: openssl rand -base64 32",
    })
    .transform((text) => keyBytes(text).toString("hex"))
    .optional()
    .describe(
      "Seed of the Ed25519 key that signs the log of publications: 32 bytes, base64 or hex. Else made at the first " +
        "start, or with DATABASE_URL derived from AUTH_SECRET.",
    ),
  PORT: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(1, "must be 1 to 65535")
    .max(65535, "must be 1 to 65535")
    .default(3000)
    .describe("Port that the app listens on."),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be an address or a host name of this machine")
    .default("127.0.0.1")
    .describe(
      "Address that the app listens on. The default accepts connections from this machine only; 0.0.0.0 from everywhere.",
    ),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .refine((url) => !URL.canParse(url) || new URL(url).pathname === "/", "must not have a path")
    .transform((url) => new URL(url).origin)
    .optional()
    .describe("Public address, used in exports, feeds and links. Default: http://localhost:PORT."),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must look like smtps://user:password@mail.example.org:465" })
    .optional()
    .describe(
      "Mail server for invitations and lost passwords. Without it, no mail is sent and admins hand links over.",
    ),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      "must look like Desk <desk@example.org>",
    )
    .optional()
    .describe("Sender of the mails. Required with SMTP_URL."),
  DATA_DIR: z
    .string()
    .default("data")
    .describe("Folder for the secrets and the embedded database, relative to the project."),
  ONE_PERSON_DESK: flag
    .default("false")
    .transform(isYes)
    .describe("Whether people may publish what they proposed themselves; the record then says so."),
  NEW_CLAIMS: z
    .enum(["internal", "released"], { error: "must be internal or released" })
    .default("internal")
    .describe(
      "Whether readers see a new claim at once, or when it is released or a verdict on it is published.",
    ),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, "must be a time zone such as Africa/Cairo")
    .default("UTC")
    .describe("Time zone of the desk: what day it is where dates of the future are refused."),
  PUBLIC_CACHE_MB: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(0, "must be 0 to 4096")
    .max(4096, "must be 0 to 4096")
    .default(64)
    .describe("Memory for cached public responses, in megabytes; 0 turns the cache off."),
  DEMO: flag
    .default("true")
    .transform(isYes)
    .describe("Whether a new database gets the demo desk: true or false."),
});

/** The names of all settings, in the order of the README's table. */
export const settingNames = Object.keys(settings.shape) as Array<keyof typeof settings.shape>;

const validatedSettings = settings
  .refine((value) => !value.DATABASE_URL || Boolean(value.AUTH_SECRET), {
    path: ["AUTH_SECRET"],
    error: "must be given together with DATABASE_URL; make one with: openssl rand -base64 32",
    // Report all errors at once, instead of this one only after the others are fixed.
    when: () => true,
  })
  .refine((value) => !value.SMTP_URL || Boolean(value.MAIL_FROM), {
    path: ["MAIL_FROM"],
    error: "must be given together with SMTP_URL; it looks like Desk <desk@example.org>",
    when: () => true,
  })
  .transform((value) => ({
    ...value,
    BASE_URL: value.BASE_URL ?? `http://localhost:${value.PORT}`,
    DATA_DIR: path.resolve(value.DATA_DIR),
  }));

/** The parsed settings: LOG_KEY is in hex, DATA_DIR is absolute, BASE_URL is an origin. */
export type Env = z.infer<typeof validatedSettings>;

/**
 * Parses the settings of `source` (in the product: `process.env`).
 * Throws an Error with one line per invalid variable: its name and the reason, never its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = settingNames
    .map((name) => [name, source[name]?.trim()] as const)
    .filter(([, value]) => value !== undefined && value !== "");
  const result = validatedSettings.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new Error(`These settings are invalid:\n${lines.join("\n")}`);
}

let parsed: Env | undefined;

/** The settings of this process, parsed once. Throws as `parseEnv` does. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
