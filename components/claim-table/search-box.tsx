import { type ClipboardEvent, type KeyboardEvent, useEffect, useSyncExternalStore } from "react";
import { type SearchBoxProps, SearchField } from "./search-place";
import { countOf, SuggestionList } from "./suggestion-list";
import { useSuggestions } from "./use-suggestions";

/**
 * The table's search box with suggestions under it, after the ARIA practices' editable combobox with list autocomplete.
 * Before its script has come it is a plain search field of the form, and Enter stays that where nothing is chosen.
 */
export function SearchBox({ control, value, address, words }: SearchBoxProps) {
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const { found, active, setActive, look, close } = useSuggestions(address);
  const [count, listId] = [found ? countOf(found) : 0, `${control.id}-suggestions`];
  const option = active < 0 ? undefined : `${listId}-${active}`;
  useEffect(() => {
    if (option) document.getElementById(option)?.scrollIntoView({ block: "nearest" });
  }, [option]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, altKey, nativeEvent } = event;
    if (nativeEvent.isComposing || altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && count === 0) look(event.currentTarget.value);
    else if (step) setActive((Math.max(active, step < 0 ? 0 : -1) + step + count) % count);
    else if (key === "Escape" && count > 0) close();
    else if (key === "Enter" && option) document.getElementById(option)?.click();
    else return key === "Enter" ? close() : undefined;
    event.preventDefault();
  };
  return (
    <SearchField
      control={control}
      value={value}
      said={found && words.counts[count]}
      combobox={{
        ...(ready && {
          role: "combobox",
          autoComplete: "off",
          "aria-autocomplete": "list",
          "aria-expanded": count > 0,
          "aria-controls": count > 0 ? listId : undefined,
          "aria-activedescendant": option,
        }),
        onInput: (event) => look(event.currentTarget.value),
        onKeyDown,
        onPaste: pasteInOneLine,
        onBlur: close,
      }}
    >
      {found && count > 0 && <SuggestionList id={listId} found={found} active={active} words={words} />}
    </SearchField>
  );
}

/** A field of one line takes line breaks out: the words on both sides of one would become one word. */
function pasteInOneLine(event: ClipboardEvent<HTMLInputElement>) {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  // The only way to put text in that can be undone.
  document.execCommand("insertText", false, text.trim().replace(/\s*[\r\n]+\s*/g, " "));
}
