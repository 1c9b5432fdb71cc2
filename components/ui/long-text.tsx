import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type LongTextProps = {
  /** Of the text, in UTF-16 units. */
  length: number;
  /** So many lines are shown of a long one. */
  lines?: 8 | 18;
  /** One element, which holds the text. */
  children: ReactNode;
};

const folds = {
  8: { from: 500, className: "long-text" },
  18: { from: 1500, className: "long-text long-text-wide" },
};

/** A text of which the first lines are shown where it is long, with a control that shows all of it. */
export function LongText({ length, lines = 8, children }: LongTextProps) {
  const t = useTranslations("longText");
  const { from, className } = folds[lines];
  if (length <= from) return children;
  return (
    <div className={className}>
      {children}
      <details className="text-base">
        <summary>
          <span>{t("more")}</span>
          <span>{t("less")}</span>
        </summary>
      </details>
    </div>
  );
}
