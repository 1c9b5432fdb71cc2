import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { readSelection, type Selected } from "./shown-text";

// A tap on a button may take the selection away before it becomes a click.
const LINGER_MS = 300;

/** What is selected inside of the element, kept up to date, and a way to bring it up to date at once. */
export function useSelectedWords(
  root: RefObject<HTMLElement | null>,
): [Selected | null, () => Selected | null] {
  const [selected, setSelected] = useState<Selected | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const read = useCallback(() => {
    clearTimeout(timer.current);
    const found = root.current && readSelection(root.current);
    if (found) setSelected(found);
    else timer.current = setTimeout(() => setSelected(null), LINGER_MS);
    return found;
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
