import { z } from "zod";

// A message here is a key of `fields.errors` in the message catalogue.

/** The minimum length of a password. */
export const MIN_PASSWORD_LENGTH = 12;
/** The maximum length of a password. */
export const MAX_PASSWORD_LENGTH = 200;

const password = z.string().min(1, "required").max(MAX_PASSWORD_LENGTH, "too_long");

/** The sign-in form. `next` is the path to return to. */
export const signInSchema = z.object({
  email: z.string().trim().min(1, "required").pipe(z.email("email")),
  password,
  next: z.string().optional(),
});
export type SignIn = z.infer<typeof signInSchema>;

/** A six-digit code or a backup code; spaces, capitals and Arabic digits are normalized. */
const codeField = z
  .string()
  .transform((text) =>
    text
      .toLowerCase()
      .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
      .replace(/[^a-z0-9]/g, "")
      .replace(/^([a-z0-9]{5})([a-z0-9]{5})$/, "$1-$2"),
  )
  .pipe(z.string().min(1, "required").max(40, "too_long"));

/** The second step of signing in. `next` is the path to return to. */
export const signInCodeSchema = z.object({ code: codeField, next: z.string().optional() });

/** The first code of an authenticator app. */
export const firstCodeSchema = z.object({ code: codeField });

/** The actor's current password, as confirmation. */
export const ownPasswordSchema = z.object({ current: password });

/** The fields of a new password, typed twice. */
export const newPasswordFields = {
  password: z
    .string()
    .min(1, "required")
    .min(MIN_PASSWORD_LENGTH, "password_short")
    .max(MAX_PASSWORD_LENGTH, "too_long"),
  again: z.string().min(1, "required"),
};

/** Arguments for zod's `refine`: both passwords must be the same. */
export const passwordsMatch: [
  (typed: { password: string; again: string }) => boolean,
  { path: string[]; message: string },
] = [({ password, again }) => password === again, { path: ["again"], message: "password_again" }];

/** A change of the actor's own password, with the current one. */
export const passwordChangeSchema = z
  .object({ current: password, ...newPasswordFields })
  .refine(...passwordsMatch);
export type PasswordChange = z.infer<typeof passwordChangeSchema>;
