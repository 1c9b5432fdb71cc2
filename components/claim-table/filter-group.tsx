import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";

export type FilterOption = { value: string; label: ReactNode; count: string | null; checked: boolean };

/** Shows at the end of a summary that it folds. */
export function FoldSign() {
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

type FilterFoldProps = { legend: string; open: boolean; children: ReactNode };

/** A filter of the table, folded under its name. */
export function FilterFold({ legend, open, children }: FilterFoldProps) {
  return (
    <details open={open} className="border-t border-rule py-1">
      <summary className="flex min-h-10 cursor-pointer list-none items-center justify-between gap-2 text-sm font-semibold">
        {legend}
        <FoldSign />
      </summary>
      <fieldset className="min-w-0 pb-3">
        <legend className="sr-only">{legend}</legend>
        {children}
      </fieldset>
    </details>
  );
}

/** So many values are read faster than looked for. */
const FEW = 10;

type FilterGroupProps = {
  name: string;
  legend: string;
  options: FilterOption[];
  open: boolean;
  /** How to look for a value by its name, and what is said where none has it. */
  search?: { name: string; label: string; value?: string; mostCharacters: number; nothing: string };
  /** The way to more values than these, or what to do where there is none. */
  more?: { label: string } | { note: string } | null;
  /** Whether more values than usual are shown. */
  atLength?: boolean;
};

/**
 * A filter's values to tick, with how many claims each has, where that is known. A long list scrolls in its own place,
 * and can be looked through by name. What its button and its search field do without their script, the form does.
 */
export function FilterGroup({ name, legend, options, open, search, more, atLength }: FilterGroupProps) {
  if (options.length === 0 && !search?.value) return null;
  const isLong = options.length > FEW || Boolean(search?.value);
  return (
    <FilterFold legend={legend} open={open}>
      {search && <div data-part={search.name}>{isLong && <ValueSearch {...search} />}</div>}
      <div data-part={name} className="max-h-80 overflow-y-auto">
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
        {options.length === 0 && <p className="py-2 text-sm text-soft">{search?.nothing}</p>}
        {more && "label" in more && (
          <button type="submit" name="more" value={name} className={buttonClass("quiet", "px-0")}>
            {more.label}
          </button>
        )}
        {more && "note" in more && <p className="py-2 text-sm text-soft">{more.note}</p>}
        {atLength && <input type="hidden" name="more" value={name} />}
      </div>
    </FilterFold>
  );
}

function ValueSearch({ name, label, value, mostCharacters }: NonNullable<FilterGroupProps["search"]>) {
  return (
    <Input
      type="search"
      name={name}
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      maxLength={mostCharacters}
      dir="auto"
      className="mb-2"
    />
  );
}
