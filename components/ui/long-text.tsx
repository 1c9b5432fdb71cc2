import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type LongTextProps = {
  /** The length of the text in UTF-16 units. */
  length: number;
  /** The number of lines that are shown of a long text. */
  lines?: 8 | 18;
  /** One element that contains the text. */
  children: ReactNode;
};

const clamps = {
  8: { from: 500, className: "long-text" },
  18: { from: 1500, className: "long-text long-text-wide" },
};

/** Clamps a long text to its first lines, with a control that expands it. */
export function LongText({ length, lines = 8, children }: LongTextProps) {
  const t = useTranslations("longText");
  const { from, className } = clamps[lines];
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
