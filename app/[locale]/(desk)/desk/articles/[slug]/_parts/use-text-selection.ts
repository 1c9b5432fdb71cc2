import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { readSelection, type TextSelection } from "./text-selection";

// A tap on a button may clear the selection before the click.
const CLEAR_DELAY_MS = 300;

/** Returns the current selection in the element, and a function that reads it at once. */
export function useTextSelection(
  root: RefObject<HTMLElement | null>,
): [TextSelection | null, () => TextSelection | null] {
  const [selected, setSelected] = useState<TextSelection | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const read = useCallback(() => {
    clearTimeout(timer.current);
    const current = root.current && readSelection(root.current);
    if (current) setSelected(current);
    else timer.current = setTimeout(() => setSelected(null), CLEAR_DELAY_MS);
    return current;
  }, [root]);
  useEffect(() => {
    read();
    document.addEventListener("selectionchange", read);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener("selectionchange", read);
    };
  }, [read]);
  return [selected, read];
}
