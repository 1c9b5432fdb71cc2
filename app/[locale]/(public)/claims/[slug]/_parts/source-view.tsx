import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { Quotation } from "@/components/ui/quotation";
import { AddressHost } from "@/components/ui/web-address";
import { formatPartialDate, languageName } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { localPath } from "@/lib/i18n/paths";
import type { PublicSource } from "@/lib/record/revision";

type SourceViewProps = { source: PublicSource; claimId: string; locale: LocaleId };

/** The claim's source: the quote in its own language and direction, and its article. */
export async function SourceView({ source, claimId, locale }: SourceViewProps) {
  const t = await getTranslations("claim");
  const title = pickText(
    { ...source.titleTranslations, [source.language]: source.title ?? source.publisher },
    locale,
    source.language,
  );
  const [{ quote }, language] = [source, languageName(source.language, locale)];
  // A plain link: `:target`, which highlights the quote, needs a browser navigation.
  const quoteHref = localPath(`/articles/${source.article}#q-${claimId}`, locale);
  return (
    <div className="grid gap-4">
      {quote && (
        <Quotation
          language={source.language}
          prefix={quote.prefix}
          exact={quote.exact}
          suffix={quote.suffix}
        />
      )}
      <p className="font-serif text-lg leading-snug">
        {source.article ? (
          <a href={quoteHref}>
            <ForeignText language={title?.language ?? source.language}>{title?.text}</ForeignText>
          </a>
        ) : (
          <ForeignText language={title?.language ?? source.language}>{title?.text}</ForeignText>
        )}
      </p>
      <p className="text-sm text-soft">
        <bdi>{source.publisher}</bdi>
        {source.author && (
          <>
            {" · "}
            <bdi>{source.author}</bdi>
          </>
        )}
        {source.publishedOn && <> · {formatPartialDate(source.publishedOn, locale)}</>}
        {language && <> · {language}</>}
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
        {source.article && <a href={quoteHref}>{t("inContext")}</a>}
        {source.url && (
          <span>
            <a href={source.url} rel="noopener noreferrer">
              {t("original")}
            </a>{" "}
            <AddressHost address={source.url} />
          </span>
        )}
        {source.archiveUrl && (
          <span>
            <a href={source.archiveUrl} rel="noopener noreferrer">
              {t("archived")}
            </a>{" "}
            <AddressHost address={source.archiveUrl} />
          </span>
        )}
      </p>
    </div>
  );
}
