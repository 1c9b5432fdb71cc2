import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Link } from "@/lib/next/navigation";

/** The page for a role without the required permission. */
export default async function Forbidden() {
  const t = await getTranslations("noAccess");
  return (
    <PageHeader title={t("title")} intro={t("text")}>
      <Link href="/desk/account" className={buttonClass()}>
        {t("account")}
      </Link>
      <Link href="/" className={buttonClass()}>
        {t("claims")}
      </Link>
    </PageHeader>
  );
}
