import type { ReactNode } from "react";
import { directionOfLanguage, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import { MixedSegments } from "./mixed-segments";

type QuotationProps = {
  language: string;
  prefix?: string;
  exact: string;
  suffix?: string;
  /** The source of the quote. */
  children?: ReactNode;
};

// Prefix and suffix are cut at a number of characters: a partial word at the cut is left out.
const [partialFirstWord, partialLastWord] = [/^\S*\s/, /\s\S*$/];

/** A quote in its own language and direction, with its context. */
export function Quotation({ language, prefix, exact, suffix, children }: QuotationProps) {
  const segments = [
    { kind: "before", text: prefix?.replace(partialFirstWord, "") ?? "" },
    { kind: "exact", text: exact },
    { kind: "after", text: suffix?.replace(partialLastWord, "") ?? "" },
  ].filter(({ text }) => text);
  const direction = directionOfText(segments.map(({ text }) => text).join(""), directionOfLanguage(language));
  return (
    <figure className="grid gap-2">
      <blockquote
        lang={langAttribute(language)}
        dir={direction}
        className="border-s-4 border-accent ps-5 font-serif text-lg"
      >
        {prefix && <span className="text-soft">…</span>}
        <MixedSegments segments={segments} direction={direction}>
          {({ segment: { kind } }, words) =>
            kind === "exact" ? <mark>{words}</mark> : <span className="text-soft">{words}</span>
          }
        </MixedSegments>
        {suffix && <span className="text-soft">…</span>}
      </blockquote>
      {children && <figcaption className="text-sm text-soft">{children}</figcaption>}
    </figure>
  );
}
