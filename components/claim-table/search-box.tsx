import { type ClipboardEvent, type KeyboardEvent, useEffect, useSyncExternalStore } from "react";
import { type SearchBoxProps, SearchInput } from "./search-input";
import { countSuggestions, SuggestionList } from "./suggestion-list";
import { useSuggestions } from "./use-suggestions";

/**
 * The table's search box with suggestions, after the ARIA practices' editable combobox with list
 * autocomplete. Before hydration it is a plain search field; Enter submits the form unless a suggestion is
 * active.
 */
export function SearchBox({ control, value, endpoint, labels }: SearchBoxProps) {
  const isHydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const { suggestions, active, setActive, search, close } = useSuggestions(endpoint);
  const [count, listId] = [suggestions ? countSuggestions(suggestions) : 0, `${control.id}-suggestions`];
  const option = active < 0 ? undefined : `${listId}-${active}`;
  useEffect(() => {
    if (option) document.getElementById(option)?.scrollIntoView({ block: "nearest" });
  }, [option]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, altKey, nativeEvent } = event;
    if (nativeEvent.isComposing || altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && count === 0) search(event.currentTarget.value);
    else if (step) setActive((Math.max(active, step < 0 ? 0 : -1) + step + count) % count);
    else if (key === "Escape" && count > 0) close();
    else if (key === "Enter" && option) document.getElementById(option)?.click();
    else return key === "Enter" ? close() : undefined;
    event.preventDefault();
  };
  return (
    <SearchInput
      control={control}
      value={value}
      announcement={suggestions && labels.counts[count]}
      combobox={{
        ...(isHydrated && {
          role: "combobox",
          autoComplete: "off",
          "aria-autocomplete": "list",
          "aria-expanded": count > 0,
          "aria-controls": count > 0 ? listId : undefined,
          "aria-activedescendant": option,
        }),
        onInput: (event) => search(event.currentTarget.value),
        onKeyDown,
        onPaste: pasteAsOneLine,
        onBlur: close,
      }}
    >
      {suggestions && count > 0 && (
        <SuggestionList id={listId} suggestions={suggestions} active={active} labels={labels} />
      )}
    </SearchInput>
  );
}

/** Pastes line breaks as spaces: an input would remove them, and so join words. */
function pasteAsOneLine(event: ClipboardEvent<HTMLInputElement>) {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  // The only way to insert text that the user can undo.
  document.execCommand("insertText", false, text.trim().replace(/\s*[\r\n]+\s*/g, " "));
}
