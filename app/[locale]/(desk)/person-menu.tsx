import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/desk/auth/permissions";
import { Link } from "@/lib/next/navigation";
import { signOutAction } from "./actions";
import { SignOutForm } from "./sign-out-form";

/** The person signed in, with a link to the account and the sign-out button. */
export async function PersonMenu({ actor }: { actor: Actor }) {
  const [t, role] = [await getTranslations("deskNav"), await getTranslations("role")];
  return (
    <div className="order-1 flex w-full flex-wrap items-center justify-between gap-x-3 gap-y-1 md:order-none md:w-auto">
      <p className="text-sm text-soft">
        {t.rich("signedIn", {
          name: () => (
            <Link
              href="/desk/account"
              prefetch={false}
              className="plain-link inline-flex min-h-8 items-center font-semibold text-ink"
            >
              <span className="sr-only">{t("account")}: </span>
              <bdi>{actor.name}</bdi>
            </Link>
          ),
          role: role(actor.role),
        })}
      </p>
      <SignOutForm person={actor.id} action={signOutAction}>
        {t("signOut")}
      </SignOutForm>
    </div>
  );
}
