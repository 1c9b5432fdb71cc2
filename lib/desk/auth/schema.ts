import { z } from "zod";

// A message here is a key of `fields.errors` in the message catalogue.

export const shortestPassword = 12;
export const longestPassword = 200;

const given = z.string().min(1, "required").max(longestPassword, "too_long");

/** What a person signs in with. `next` is the path they came for. */
export const signInSchema = z.object({
  email: z.string().trim().min(1, "required").pipe(z.email("email")),
  password: given,
  next: z.string().optional(),
});
export type SignIn = z.infer<typeof signInSchema>;

/** A code of six digits, or a backup code, however it is typed: with spaces, in capitals, in Arabic digits. */
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

/** The second step of signing in. `next` is the path they came for. */
export const signInCodeSchema = z.object({ code: codeField, next: z.string().optional() });

/** The first code of an authenticator app. */
export const firstCodeSchema = z.object({ code: codeField });

/** One's own password, asked for again. */
export const ownPasswordSchema = z.object({ current: given });

/** A new password, typed twice. */
export const newPasswordFields = {
  password: z
    .string()
    .min(1, "required")
    .min(shortestPassword, "password_short")
    .max(longestPassword, "too_long"),
  again: z.string().min(1, "required"),
};

/** The rule that both are the same, as zod's `refine` takes it. */
export const samePassword: [
  (typed: { password: string; again: string }) => boolean,
  { path: string[]; message: string },
] = [({ password, again }) => password === again, { path: ["again"], message: "password_again" }];

/** A new password of one's own, chosen by somebody who knows the old one. */
export const changedPasswordSchema = z
  .object({ current: given, ...newPasswordFields })
  .refine(...samePassword);
export type ChangedPassword = z.infer<typeof changedPasswordSchema>;
