"use server";

import type { FormState } from "@/lib/desk/forms/form-state";
import { acceptInvitation } from "@/lib/desk/people/accept-invitation";
import { acceptedInvitationSchema } from "@/lib/desk/people/schema";
import { runForm } from "@/lib/next/actions";
import { pageLocale } from "@/lib/next/links";
import { redirect } from "@/lib/next/navigation";
import { signIn } from "@/lib/next/sign-in";

/** Accepts an invitation, signs the person in and redirects to the desk. */
export async function acceptAction(_before: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, {
    action: "everybody",
    schema: acceptedInvitationSchema,
    command: async (context, input) => {
      await signIn({ email: await acceptInvitation(context, input), password: input.password });
      redirect({ href: "/desk", locale: await pageLocale() });
    },
  });
  // Passwords are not sent back.
  return { ...state, typed: { name: state.typed?.name } };
}
