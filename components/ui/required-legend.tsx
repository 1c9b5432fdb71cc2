import { useTranslations } from "next-intl";

/** Explains the star of required fields. `app/globals.css` hides it in forms without one. */
export function RequiredLegend() {
  const t = useTranslations("form");
  return <p className="required-legend text-sm text-soft">{t("required")}</p>;
}
