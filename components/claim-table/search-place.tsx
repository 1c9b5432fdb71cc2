import type { ComponentProps, ReactNode } from "react";
import { Input } from "@/components/ui/input";
import type { FieldControl } from "@/components/ui/plain-field";
import type { SuggestionWords } from "./suggestion-list";

export type SearchBoxProps = {
  control: FieldControl;
  value: string | undefined;
  /** Where suggestions are asked for: a path with its parameters but for what is typed. */
  address: string;
  /** `counts` says how many suggestions there are, by that number. */
  words: SuggestionWords & { counts: string[] };
};

/**
 * Where the search box stands in a page that is drawn as markup: a plain search field of its form, with what its script
 * needs to become the box (`search-box.tsx`).
 */
export function SearchPlace(props: SearchBoxProps) {
  return (
    <div data-search-box={JSON.stringify(props)}>
      <SearchField control={props.control} value={props.value} />
    </div>
  );
}

type SearchFieldProps = Pick<SearchBoxProps, "control" | "value"> & {
  /** What the script adds to the field. */
  combobox?: ComponentProps<"input">;
  /** What is read out. */
  said?: ReactNode;
  /** What stands under the field. */
  children?: ReactNode;
};

/** The field with and without its script: the same elements, so that one takes over from the other. */
export function SearchField({ control, value, combobox, said, children }: SearchFieldProps) {
  return (
    <div className="relative">
      <Input {...control} type="search" name="q" defaultValue={value} dir="auto" {...combobox} />
      <p role="status" className="sr-only">
        {said}
      </p>
      {children}
    </div>
  );
}
