import { getTranslations } from "next-intl/server";
import { LocalizedText } from "@/components/ui/localized-text";
import { PlainLink } from "@/components/ui/plain-link";
import { StatusBadge } from "@/components/verdict/status-badge";
import { formatDay } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { PublicVerdict } from "@/lib/record/revision";

type RevisionListProps = { slug: string; revisions: PublicVerdict[]; shown?: number; locale: LocaleId };

/** The claim's published revisions, newest first, with their correction notes. */
export async function RevisionList({ slug, revisions, shown, locale }: RevisionListProps) {
  const [t, status, compare] = [
    await getTranslations("claim"),
    await getTranslations("status"),
    await getTranslations("compare"),
  ];
  return (
    <ol className="grid gap-5" reversed>
      {revisions.toReversed().map((item) => {
        const rating = item.kind === "retraction" ? "retracted" : item.rating;
        return (
          <li key={item.revision} className="grid gap-1.5">
            <div className="flex flex-wrap items-center gap-3">
              <PlainLink
                href={`/claims/${slug}/revisions/${item.revision}`}
                aria-current={item.revision === shown ? "true" : undefined}
              >
                {t("revision", { number: item.revision })}
              </PlainLink>
              <StatusBadge status={rating} label={status(rating)} />
            </div>
            <p className="text-sm text-soft">
              {t(item.kind)} · <time dateTime={item.publishedAt}>{formatDay(item.publishedAt, locale)}</time>
            </p>
            <LocalizedText texts={item.note} locale={locale} className="text-sm" lines={8} />
            {item.revision > 1 && (
              <p className="text-sm">
                <PlainLink href={`/claims/${slug}/compare?from=${item.revision - 1}&to=${item.revision}`}>
                  {compare("linkSince", { number: item.revision - 1 })}
                </PlainLink>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
