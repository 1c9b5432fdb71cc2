import { z } from "zod";
import { roles } from "@/lib/desk/auth/permissions";
import { newPasswordFields, samePassword } from "@/lib/desk/auth/schema";
import { scopes } from "@/lib/desk/auth/scopes";
import { idField, requiredLine } from "@/lib/text/fields";
import { limits } from "@/lib/text/limits";

/** An email as the desk keeps it. */
export const emailField = requiredLine(limits.email)
  .pipe(z.email("email"))
  .transform((email) => email.toLowerCase());

/** Whom an admin invites. */
export const newInvitationSchema = z.object({ email: emailField, role: z.enum(roles) });
export type NewInvitation = z.infer<typeof newInvitationSchema>;

/** What somebody says who accepts an invitation. */
export const acceptedInvitationSchema = z
  .object({ token: idField, name: requiredLine(limits.personName), ...newPasswordFields })
  .refine(...samePassword);
export type AcceptedInvitation = z.infer<typeof acceptedInvitationSchema>;

/** The email of whoever asks for a new password. */
export const resetRequestSchema = z.object({ email: emailField });

/** The password that somebody chooses by a link. */
export const chosenPasswordSchema = z
  .object({ token: idField, ...newPasswordFields })
  .refine(...samePassword);
export type ChosenPassword = z.infer<typeof chosenPasswordSchema>;

const access = {
  role: z.enum(roles),
  active: z.enum(["true", "false"]).transform((text) => text === "true"),
};

/** What an admin changes of a person. `was` is what the page showed of it. */
export const editedPersonSchema = z.object({
  personId: idField,
  ...access,
  was: z.object(access),
});
type PersonForm = z.infer<typeof editedPersonSchema>;
export type EditedPerson = Omit<PersonForm, "was"> & Partial<Pick<PersonForm, "was">>;

/** For how many days a key may be made. */
export const keyDays = [30, 90, 365] as const;

/** A key as its person makes it. */
export const newKeySchema = z.object({
  name: requiredLine(limits.keyName),
  scopes: z.array(z.enum(scopes)).min(1, "scope_missing"),
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(keyDays[0]), z.literal(keyDays[1]), z.literal(keyDays[2])])),
});
export type NewKey = z.infer<typeof newKeySchema>;
