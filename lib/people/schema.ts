import { z } from "zod";
import { roles } from "@/lib/auth/permissions";
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
