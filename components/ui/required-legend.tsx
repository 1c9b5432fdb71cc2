import { useTranslations } from "next-intl";

/** What the star beside a field's name means. Shown in a form that has such a field (`app/globals.css`). */
export function RequiredLegend() {
  const t = useTranslations("form");
  return <p className="required-legend text-sm text-soft">{t("required")}</p>;
}
