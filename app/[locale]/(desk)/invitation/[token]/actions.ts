"use server";

import { redirect } from "@/lib/i18n/navigation";
import { acceptInvitation } from "@/lib/people/joining";
import { acceptedInvitationSchema } from "@/lib/people/schema";
import { runForm } from "@/lib/web/actions";
import type { FormState } from "@/lib/web/form-state";
import { pageLocale } from "@/lib/web/links";
import { signIn } from "@/lib/web/sign-in";

/** Makes the person, signs them in, and goes on to the desk. */
export async function acceptAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, {
    action: "everybody",
    schema: acceptedInvitationSchema,
    command: async (context, input) => {
      await signIn({ email: await acceptInvitation(context, input), password: input.password });
      redirect({ href: "/desk", locale: await pageLocale() });
    },
  });
  // Passwords do not travel back.
  return { ...state, typed: { name: state.typed?.name } };
}
