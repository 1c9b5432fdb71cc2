import type { DiffSpan } from "@/lib/text/diff";
import { directionOfLanguage, langAttribute } from "@/lib/text/direction";
import { directionOfText } from "@/lib/text/direction-of-text";
import { MixedSegments } from "./mixed-segments";

/** What screen readers say around removed and added words; `language` is that of the page. */
export type DiffLabels = { removed: string; added: string; end: string; language: string };

type DiffTextProps = { spans: DiffSpan[]; language: string; labels: DiffLabels };

/** One side of a comparison: removed words are struck out, added words underlined, and announced as such. */
export function DiffText({ spans, language, labels }: DiffTextProps) {
  const direction = directionOfText(spans.map(({ text }) => text).join(""), directionOfLanguage(language));
  return (
    <div lang={langAttribute(language)} dir={direction} className="whitespace-pre-wrap">
      <MixedSegments segments={spans} direction={direction}>
        {({ segment: { kind } }, words) =>
          kind === "same" ? (
            words
          ) : (
            <DiffMark kind={kind} labels={labels}>
              {words}
            </DiffMark>
          )
        }
      </MixedSegments>
    </div>
  );
}

type DiffMarkProps = { kind: "removed" | "added"; labels: DiffLabels; children: React.ReactNode };

/** Marks content that only the older side (removed) or only the newer side (added) has. */
export function DiffMark({ kind, labels, children }: DiffMarkProps) {
  const Tag = kind === "removed" ? "del" : "ins";
  return (
    <Tag
      className={
        kind === "removed"
          ? "bg-danger-wash line-through decoration-danger decoration-2"
          : "bg-verified-wash underline decoration-verified decoration-2 underline-offset-4"
      }
    >
      <ScreenReaderText text={labels[kind]} language={labels.language} />
      {children}
      <ScreenReaderText text={labels.end} language={labels.language} />
    </Tag>
  );
}

// Browsers do not announce <del> and <ins> to screen readers.
function ScreenReaderText({ text, language }: { text: string; language: string }) {
  return (
    <span lang={language} className="sr-only">
      {` ${text} `}
    </span>
  );
}
