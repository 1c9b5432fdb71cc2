import { Fragment } from "react";
import type { DiffSpan } from "@/lib/text/diff";
import { attributesOfLanguage, directionOfLanguage } from "@/lib/text/direction";
import { MixedText } from "./mixed-text";

/** What is read aloud around words that were removed or added, in the language of the page. */
export type ChangeLabels = { removed: string; added: string; end: string; language: string };

type ChangedWordsProps = { spans: DiffSpan[]; language: string; labels: ChangeLabels };

/** One side of a comparison: words that are only here are struck out or underlined, and said to be so. */
export function ChangedWords({ spans, language, labels }: ChangedWordsProps) {
  const direction = directionOfLanguage(language);
  return (
    <div {...attributesOfLanguage(language)} className="whitespace-pre-wrap">
      {spans.map(({ text, kind }, index) => {
        const words = <MixedText text={text} direction={direction} />;
        // biome-ignore lint/suspicious/noArrayIndexKey: a text is drawn once, and its pieces may be equal
        if (kind === "same") return <Fragment key={index}>{words}</Fragment>;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Changed key={index} kind={kind} labels={labels}>
            {words}
          </Changed>
        );
      })}
    </div>
  );
}

type ChangedProps = { kind: "removed" | "added"; labels: ChangeLabels; children: React.ReactNode };

/** Something that only the older (removed) or only the newer side (added) has. */
export function Changed({ kind, labels, children }: ChangedProps) {
  const Tag = kind === "removed" ? "del" : "ins";
  return (
    <Tag
      className={
        kind === "removed"
          ? "bg-danger-wash line-through decoration-danger decoration-2"
          : "bg-verified-wash underline decoration-verified decoration-2 underline-offset-4"
      }
    >
      <Aloud text={labels[kind]} language={labels.language} />
      {children}
      <Aloud text={labels.end} language={labels.language} />
    </Tag>
  );
}

// Browsers do not say <del> and <ins> to screen readers.
function Aloud({ text, language }: { text: string; language: string }) {
  return (
    <span lang={language} className="sr-only">
      {` ${text} `}
    </span>
  );
}
