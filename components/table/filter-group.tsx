import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";

export type FilterOption = { value: string; label: ReactNode; count: string; checked: boolean };

type FilterGroupProps = { name: string; legend: string; options: FilterOption[]; open: boolean };

/** One filter of the table: its values with how many claims each has. */
export function FilterGroup({ name, legend, options, open }: FilterGroupProps) {
  if (options.length === 0) return null;
  return (
    <details open={open} className="border-t border-rule py-1">
      <summary className="flex min-h-10 cursor-pointer items-center justify-between gap-2 text-sm font-semibold">
        {legend}
        <svg viewBox="0 0 12 8" aria-hidden="true" focusable="false" className="h-2 w-3 in-open:rotate-180">
          <path d="m1 1 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </summary>
      <fieldset className="pb-3">
        <legend className="sr-only">{legend}</legend>
        {options.map(({ value, label, count, checked }) => (
          <Checkbox
            key={value}
            name={name}
            value={value}
            defaultChecked={checked}
            label={
              <span className="flex justify-between gap-2">
                <span className="min-w-0">{label}</span>
                <span className="text-soft">{count}</span>
              </span>
            }
          />
        ))}
      </fieldset>
    </details>
  );
}
