import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { PlainField } from "@/components/ui/plain-field";
import { formatDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import type { PublicVerdict } from "@/lib/record/revision";

type RevisionChoiceProps = {
  slug: string;
  revisions: PublicVerdict[];
  range: { from: number; to: number };
  locale: LocaleId;
};

/** The choice of two revisions to compare: a form whose state is the URL. */
export async function RevisionChoice({ slug, revisions, range, locale }: RevisionChoiceProps) {
  const [t, claim] = [await getTranslations("compare"), await getTranslations("claim")];
  return (
    <form
      action={localPath(`/claims/${slug}/compare`, locale)}
      aria-label={t("choose")}
      className="no-print flex flex-wrap items-end gap-4"
    >
      {(["from", "to"] as const).map((name) => (
        <div key={name} className="min-w-0 grow md:grow-0">
          <PlainField id={name} label={t(name)}>
            {(control) => (
              <Select {...control} key={range[name]} name={name} defaultValue={range[name]}>
                {revisions.map(({ revision, kind, publishedAt }) => (
                  <option key={revision} value={revision}>
                    {claim("revision", { number: revision })} · {claim(kind)} ·{" "}
                    {formatDay(publishedAt, locale)}
                  </option>
                ))}
              </Select>
            )}
          </PlainField>
        </div>
      ))}
      <Button variant="primary">{t("submit")}</Button>
    </form>
  );
}
