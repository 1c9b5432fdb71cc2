"use client";

import { usePreservedFocus } from "./use-preserved-focus";

/**
 * Preserves the focus on a page without realtime updates, when one of its actions renders it again.
 * `renderKey` changes with each rendering that may move or remove the focused element.
 */
export function PreserveFocus({ renderKey }: { renderKey: number }) {
  usePreservedFocus(renderKey);
  return null;
}
