import { getTranslations } from "next-intl/server";
import { Link } from "@/lib/i18n/navigation";

/** There is nothing here; where the reader may have wanted to go. */
export default async function NotFound() {
  const [t, nav] = [await getTranslations("notFound"), await getTranslations("nav")];
  return (
    <div className="grid max-w-2xl gap-5 py-8">
      <h1 className="font-serif text-2xl font-medium">{t("title")}</h1>
      <p>{t("text")}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        <li>
          <Link href="/">{nav("claims")}</Link>
        </li>
        <li>
          <Link href="/articles">{nav("articles")}</Link>
        </li>
        <li>
          <Link href="/corrections">{nav("corrections")}</Link>
        </li>
      </ul>
    </div>
  );
}
