import { z } from "zod";
import { roles } from "@/lib/auth/permissions";
import { scopes } from "@/lib/auth/scopes";
import { requiredLine } from "@/lib/text/fields";

/** A person as an admin adds them. */
export const newPersonSchema = z.object({
  name: requiredLine,
  email: requiredLine.pipe(z.email("email")).transform((email) => email.toLowerCase()),
  role: z.enum(roles),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

/** What an admin changes of a person. */
export const editedPersonSchema = z.object({
  personId: z.string().min(1),
  role: z.enum(roles),
  active: z.enum(["true", "false"]).transform((text) => text === "true"),
});
export type EditedPerson = z.infer<typeof editedPersonSchema>;

/** For how many days a key may be made. */
export const keyDays = [30, 90, 365] as const;

/** A key as its person makes it. */
export const newKeySchema = z.object({
  name: requiredLine.pipe(z.string().max(80, "too_long")),
  scopes: z.array(z.enum(scopes)).min(1, "scope_missing"),
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(keyDays[0]), z.literal(keyDays[1]), z.literal(keyDays[2])])),
});
export type NewKey = z.infer<typeof newKeySchema>;
