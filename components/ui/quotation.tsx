import type { ReactNode } from "react";
import { directionOfLanguage } from "@/lib/text/direction";

type QuotationProps = {
  language: string;
  prefix?: string;
  exact: string;
  suffix?: string;
  /** Where the words come from. */
  children?: ReactNode;
};

/** Words of somebody else's in their own language and direction, with the words around them. */
export function Quotation({ language, prefix, exact, suffix, children }: QuotationProps) {
  return (
    <figure className="grid gap-2">
      <blockquote
        lang={language}
        dir={directionOfLanguage(language)}
        className="border-s-4 border-accent ps-5 font-serif text-lg"
      >
        {prefix && <span className="text-soft">…{prefix}</span>}
        <mark>{exact}</mark>
        {suffix && <span className="text-soft">{suffix}…</span>}
      </blockquote>
      {children && <figcaption className="text-sm text-soft">{children}</figcaption>}
    </figure>
  );
}
