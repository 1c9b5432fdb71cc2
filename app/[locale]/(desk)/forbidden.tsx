import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Link } from "@/lib/next/navigation";

/** A page of the desk that the role of the person signed in does not include. */
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
