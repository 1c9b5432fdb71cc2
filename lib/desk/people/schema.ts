import { z } from "zod";
import { roles } from "@/lib/desk/auth/permissions";
import { newPasswordFields, passwordsMatch } from "@/lib/desk/auth/schema";
import { scopes } from "@/lib/desk/auth/scopes";
import { idField, requiredLine } from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";

/** An email address, in lower case. */
export const emailField = requiredLine(limits.email)
  .pipe(z.email("email"))
  .transform((email) => email.toLowerCase());

/** An invitation to send. */
export const newInvitationSchema = z.object({ email: emailField, role: z.enum(roles) });
export type NewInvitation = z.infer<typeof newInvitationSchema>;

/** The form of somebody who accepts an invitation. */
export const acceptedInvitationSchema = z
  .object({ token: idField, name: requiredLine(limits.personName), ...newPasswordFields })
  .refine(...passwordsMatch);
export type AcceptedInvitation = z.infer<typeof acceptedInvitationSchema>;

/** A request for a password reset link. */
export const resetRequestSchema = z.object({ email: emailField });

/** A new password, set by a reset link. */
export const passwordResetSchema = z
  .object({ token: idField, ...newPasswordFields })
  .refine(...passwordsMatch);
export type PasswordReset = z.infer<typeof passwordResetSchema>;

const access = {
  role: z.enum(roles),
  active: z.enum(["true", "false"]).transform((text) => text === "true"),
};

/** A change of a person's role and access. `was` holds the values that were shown. */
export const editedPersonSchema = z.object({
  personId: idField,
  ...access,
  was: z.object(access),
});
type PersonForm = z.infer<typeof editedPersonSchema>;
export type EditedPerson = Omit<PersonForm, "was"> & Partial<Pick<PersonForm, "was">>;

/** The allowed lifetimes of an API key, in days. */
export const keyDays = [30, 90, 365] as const;

/** An API key to create. */
export const newKeySchema = z.object({
  name: requiredLine(limits.keyName),
  scopes: z.array(z.enum(scopes)).min(1, "scope_missing"),
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(keyDays[0]), z.literal(keyDays[1]), z.literal(keyDays[2])])),
});
export type NewKey = z.infer<typeof newKeySchema>;
