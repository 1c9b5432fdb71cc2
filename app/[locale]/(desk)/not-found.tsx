import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Link } from "@/lib/next/navigation";

/** The desk's page for an unknown URL. */
export default async function NotFound() {
  const [t, nav] = [await getTranslations("notFound"), await getTranslations("deskNav")];
  return (
    <PageHeader title={t("title")} intro={t("deskText")}>
      <Link href="/desk" className={buttonClass()}>
        {nav("queue")}
      </Link>
      <Link href="/desk/articles" className={buttonClass()}>
        {nav("articles")}
      </Link>
    </PageHeader>
  );
}
