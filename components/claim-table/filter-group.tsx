import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";

/** A value of a filter; `count` is formatted, null where unknown. */
export type FilterOption = { value: string; label: ReactNode; count: string | null; checked: boolean };

/** The chevron at the end of a disclosure's summary. */
export function DisclosureIcon() {
  return (
    <svg
      viewBox="0 0 12 8"
      aria-hidden="true"
      focusable="false"
      className="h-2 w-3 shrink-0 text-soft [[open]>summary>&]:rotate-180"
    >
      <path d="m1 1 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

type FilterDisclosureProps = { legend: string; open: boolean; children: ReactNode };

/** A filter of the table as a disclosure under its name. */
export function FilterDisclosure({ legend, open, children }: FilterDisclosureProps) {
  return (
    <details open={open} className="border-t border-rule py-1">
      <summary className="flex min-h-10 cursor-pointer list-none items-center justify-between gap-2 text-sm font-semibold">
        {legend}
        <DisclosureIcon />
      </summary>
      <fieldset className="min-w-0 pb-3">
        <legend className="sr-only">{legend}</legend>
        {children}
      </fieldset>
    </details>
  );
}

/** Longer lists have a search field. */
const MAX_WITHOUT_SEARCH = 10;

type FilterGroupProps = {
  name: string;
  legend: string;
  options: FilterOption[];
  open: boolean;
  /** The search field of the values, and the text without a match. */
  search?: { name: string; label: string; value?: string; maxLength: number; emptyText: string };
  /** A button that shows more values, or a note where no more can be shown. */
  more?: { label: string } | { note: string } | null;
  /** Whether more values than the default are shown. */
  isExpanded?: boolean;
};

/**
 * The checkboxes of a filter's values with their claim counts, where known. A long list scrolls and can be
 * searched. Without JavaScript, its button and search field submit the form.
 */
export function FilterGroup({ name, legend, options, open, search, more, isExpanded }: FilterGroupProps) {
  if (options.length === 0 && !search?.value) return null;
  const isLong = options.length > MAX_WITHOUT_SEARCH || Boolean(search?.value);
  return (
    <FilterDisclosure legend={legend} open={open}>
      {search && <div data-fragment={search.name}>{isLong && <ValueSearch {...search} />}</div>}
      <div data-fragment={name} className="max-h-80 overflow-y-auto">
        {options.map(({ value, label, count, checked }) => (
          <Checkbox
            key={value}
            name={name}
            value={value}
            defaultChecked={checked}
            label={label}
            figure={count}
          />
        ))}
        {options.length === 0 && <p className="py-2 text-sm text-soft">{search?.emptyText}</p>}
        {more && "label" in more && (
          <button type="submit" name="more" value={name} className={buttonClass("quiet", "px-0")}>
            {more.label}
          </button>
        )}
        {more && "note" in more && <p className="py-2 text-sm text-soft">{more.note}</p>}
        {isExpanded && <input type="hidden" name="more" value={name} />}
      </div>
    </FilterDisclosure>
  );
}

function ValueSearch({ name, label, value, maxLength }: NonNullable<FilterGroupProps["search"]>) {
  return (
    <Input
      type="search"
      name={name}
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      maxLength={maxLength}
      dir="auto"
      className="mb-2"
    />
  );
}
