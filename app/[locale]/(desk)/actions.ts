"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/next/navigation";
import { signOut } from "@/lib/next/sign-in";

/** Signs out and redirects to the sign-in page. */
export async function signOutAction(): Promise<void> {
  await signOut();
  redirect({ href: "/sign-in", locale: await getLocale() });
}
