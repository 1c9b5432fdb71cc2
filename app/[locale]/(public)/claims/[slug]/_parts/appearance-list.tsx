import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { LocalizedText } from "@/components/ui/localized-text";
import { PlainLink } from "@/components/ui/plain-link";
import { Quotation } from "@/components/ui/quotation";
import { AddressHost, WebAddress } from "@/components/ui/web-address";
import { formatPartialDate } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { PublicAppearance } from "@/lib/record/revision";

type AppearanceListProps = { appearances: PublicAppearance[]; locale: LocaleId };

/** The claim's other appearances, with how it changed in them. */
export async function AppearanceList({ appearances, locale }: AppearanceListProps) {
  const t = await getTranslations("claim");
  return (
    <ol className="grid gap-6">
      {appearances.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: appearances may be equal, and their order never changes
        <li key={index} className="grid gap-1.5 border-s-2 border-rule ps-4">
          <AppearanceSource item={item} locale={locale} />
          {item.quote && <Quotation language={item.language ?? "und"} {...item.quote} />}
          {Object.keys(item.change).length > 0 && (
            <div className="text-sm">
              <span className="font-semibold">{t("change")}</span>
              <LocalizedText texts={item.change} locale={locale} lines={8} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

// Without a title, the publisher's name takes its place.
function AppearanceSource({ item, locale }: { item: PublicAppearance; locale: LocaleId }) {
  const { title, publisher, url, publishedOn } = item;
  const details = [
    title && publisher && <bdi key="publisher">{publisher}</bdi>,
    (title || publisher) && url && !item.article && <AddressHost key="host" address={url} />,
    publishedOn && (
      <time key="day" dateTime={publishedOn}>
        {formatPartialDate(publishedOn, locale)}
      </time>
    ),
  ].filter(Boolean);
  const name = title ? (
    <ForeignText language={item.language ?? locale}>{title}</ForeignText>
  ) : publisher || !url ? (
    <bdi>{publisher}</bdi>
  ) : (
    <WebAddress address={url} />
  );
  return (
    <>
      <p className="font-serif text-lg leading-snug">
        {item.article ? (
          <PlainLink href={`/articles/${item.article}`}>{name}</PlainLink>
        ) : url ? (
          <a href={url} rel="noopener noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </p>
      <p className="text-sm text-soft empty:hidden">
        {details.flatMap((detail, index) => (index > 0 ? [" · ", detail] : [detail]))}
      </p>
    </>
  );
}
