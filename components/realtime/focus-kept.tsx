"use client";

import { useFocusKept } from "./use-focus-kept";

/**
 * Keeps the focus on a page that does not show what others do by itself: where a button of it renders the page anew.
 * `drawn` changes with each rendering that may move or remove something.
 */
export function FocusKept({ drawn }: { drawn: number }) {
  useFocusKept(drawn);
  return null;
}
