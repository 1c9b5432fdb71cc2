import { clsx } from "clsx";
import { MixedText } from "@/components/ui/mixed-text";
import type { Suggestions } from "@/lib/public/projection/document";

/** The groups of suggestions. */
export type SuggestionGroup = keyof Suggestions;

/** The labels of the list and its groups; `numbers` is the BCP 47 tag for formatting counts. */
export type SuggestionLabels = { label: string; groups: Record<SuggestionGroup, string>; numbers: string };

type SuggestionListProps = {
  id: string;
  suggestions: Suggestions;
  /** The index of the active suggestion; -1 for none. */
  active: number;
  labels: SuggestionLabels;
};

const groups: SuggestionGroup[] = ["claims", "claimants", "topics"];

/** Returns the number of suggestions in all groups. */
export function countSuggestions(suggestions: Suggestions): number {
  return groups.reduce((sum, group) => sum + suggestions[group].length, 0);
}

/** The listbox of suggestions in their groups; each is a link. The focus stays in the search box. */
export function SuggestionList({ id, suggestions, active, labels }: SuggestionListProps) {
  let next = 0;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={labels.label}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      className="absolute start-0 top-full z-20 mt-2 max-h-[min(26rem,60vh)] w-[min(32rem,calc(100vw-2rem))] min-w-full overflow-y-auto overscroll-contain rounded-md border border-rule-strong bg-sheet py-1 shadow-lg"
    >
      {groups
        .filter((group) => suggestions[group].length > 0)
        .map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of a list box
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div
              id={`${id}-${group}`}
              role="presentation"
              className="px-3 pt-2 pb-1 text-xs font-semibold text-soft"
            >
              {labels.groups[group]}
            </div>
            {suggestions[group].map((option) => {
              const index = next++;
              return (
                <Option
                  key={option.path}
                  {...option}
                  id={`${id}-${index}`}
                  selected={index === active}
                  numbers={labels.numbers}
                />
              );
            })}
          </div>
        ))}
    </div>
  );
}

type OptionProps = Omit<Suggestions["claims"][number], "slug"> & {
  id: string;
  selected: boolean;
  count?: number;
  numbers: string;
};

function Option({ id, text, language, dir, path, count, selected, numbers }: OptionProps) {
  return (
    <a
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      href={path}
      className={clsx(
        "flex min-h-10 items-center justify-between gap-3 px-3 py-1.5 text-sm leading-snug no-underline",
        // The outline is for forced colours, which remove the background.
        selected
          ? "bg-accent text-accent-ink outline-2 -outline-offset-2 outline-transparent"
          : "text-ink hover:bg-wash",
      )}
    >
      <bdi lang={language} dir={dir} className="min-w-0">
        <MixedText text={text} direction={dir} />
      </bdi>
      {count !== undefined && (
        <span className={selected ? undefined : "text-soft"}>{count.toLocaleString(numbers)}</span>
      )}
    </a>
  );
}
