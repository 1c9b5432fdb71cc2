import { type FormState, untried } from "@/lib/web/form-state";

/** What a form answers that makes a password: the password is in this answer and kept nowhere else. */
export type SecretState = FormState & { secret: string | null };

/** Such a form that nobody has sent yet. */
export const noSecret: SecretState = { ...untried, secret: null };
