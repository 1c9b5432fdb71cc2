"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "@/lib/next/navigation";
import { signOut } from "@/lib/next/sign-in";

/** Ends this session; the browser goes back to where one signs in. */
export async function signOutAction(): Promise<void> {
  await signOut();
  redirect({ href: "/sign-in", locale: await getLocale() });
}
