import type { DiffSpan } from "@/lib/text/diff";
import { directionOfLanguage, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import { MixedSegments } from "./mixed-segments";

/** What is read aloud around words that were removed or added, in the language of the page. */
export type ChangeLabels = { removed: string; added: string; end: string; language: string };

type ChangedWordsProps = { spans: DiffSpan[]; language: string; labels: ChangeLabels };

/** One side of a comparison: words that are only here are struck out or underlined, and said to be so. */
export function ChangedWords({ spans, language, labels }: ChangedWordsProps) {
  const direction = directionOfText(spans.map(({ text }) => text).join(""), directionOfLanguage(language));
  return (
    <div lang={langAttribute(language)} dir={direction} className="whitespace-pre-wrap">
      <MixedSegments segments={spans} direction={direction}>
        {({ segment: { kind } }, words) =>
          kind === "same" ? (
            words
          ) : (
            <Changed kind={kind} labels={labels}>
              {words}
            </Changed>
          )
        }
      </MixedSegments>
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
