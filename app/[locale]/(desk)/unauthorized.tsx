import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Link } from "@/lib/next/navigation";

/** The page after a form was submitted without JavaScript and without a session. */
export default async function Unauthorized() {
  const [t, form] = [await getTranslations("signedOut"), await getTranslations("form")];
  return (
    <PageHeader title={t("title")} intro={t("text")}>
      <Link href="/sign-in" target="_blank" className={buttonClass()}>
        {form("signIn")}
      </Link>
    </PageHeader>
  );
}
