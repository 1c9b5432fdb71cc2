import type { ComponentProps, ReactNode } from "react";
import { Input } from "@/components/ui/input";
import type { FieldControl } from "@/components/ui/plain-field";
import type { SuggestionLabels } from "./suggestion-list";

/** Props of the search box, serialised into the page's markup. */
export type SearchBoxProps = {
  control: FieldControl;
  value: string | undefined;
  /** The URL of the suggestions, without `q`. */
  endpoint: string;
  /** `counts[n]` announces n suggestions. */
  labels: SuggestionLabels & { counts: string[] };
};

/** The search box as static markup, with the props with which `search-box.tsx` is hydrated. */
export function SearchBoxIsland(props: SearchBoxProps) {
  return (
    <div data-search-box={JSON.stringify(props)}>
      <SearchInput control={props.control} value={props.value} />
    </div>
  );
}

type SearchInputProps = Pick<SearchBoxProps, "control" | "value"> & {
  /** The attributes that hydration adds to the input. */
  combobox?: ComponentProps<"input">;
  /** Announced by screen readers. */
  announcement?: ReactNode;
  /** The suggestions below the field. */
  children?: ReactNode;
};

/** The search field. Static markup and hydrated box render the same elements. */
export function SearchInput({ control, value, combobox, announcement, children }: SearchInputProps) {
  return (
    <div className="relative">
      <Input {...control} type="search" name="q" defaultValue={value} dir="auto" {...combobox} />
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {children}
    </div>
  );
}
