import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";

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

type FilterGroupProps = { name: string; legend: string; options: FilterOption[]; open: boolean };

/** A filter's values to tick, with how many claims each has, where that is known. A long list scrolls in its own place. */
export function FilterGroup({ name, legend, options, open }: FilterGroupProps) {
  if (options.length === 0) return null;
  return (
    <FilterFold legend={legend} open={open}>
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
      </div>
    </FilterFold>
  );
}
