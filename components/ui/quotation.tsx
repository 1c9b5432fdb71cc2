import type { ReactNode } from "react";
import { attributesOfLanguage, directionOfLanguage } from "@/lib/text/direction";
import { MixedText } from "./mixed-text";

type QuotationProps = {
  language: string;
  prefix?: string;
  exact: string;
  suffix?: string;
  /** Where the words come from. */
  children?: ReactNode;
};

// The words around a quote are cut at a number of characters: the one that the cut goes through is left out.
const [brokenStart, brokenEnd] = [/^\S*\s/, /\s\S*$/];

/** Words of somebody else's in their own language and direction, with the words around them. */
export function Quotation({ language, prefix, exact, suffix, children }: QuotationProps) {
  const direction = directionOfLanguage(language);
  const mixed = (text: string) => <MixedText text={text} direction={direction} />;
  return (
    <figure className="grid gap-2">
      <blockquote
        {...attributesOfLanguage(language)}
        className="border-s-4 border-accent ps-5 font-serif text-lg"
      >
        {prefix && <span className="text-soft">…{mixed(prefix.replace(brokenStart, ""))}</span>}
        <mark>{mixed(exact)}</mark>
        {suffix && <span className="text-soft">{mixed(suffix.replace(brokenEnd, ""))}…</span>}
      </blockquote>
      {children && <figcaption className="text-sm text-soft">{children}</figcaption>}
    </figure>
  );
}
