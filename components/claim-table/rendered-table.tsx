"use client";

import { useEffect, useRef } from "react";
import { hydrateRoot } from "react-dom/client";
import { applyFiltersOnChange } from "./apply-filters";
import { enableFacetSearch } from "./facet-search";
import { SearchBox } from "./search-box";

/**
 * The claim table as markup rendered on the server, with its scripts for filters and search box. React treats
 * it as one element, so that the browser gets each claim once, as markup, and not also as data.
 */
export function RenderedTable({ markup }: { markup: string }) {
  const root = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other markup has other elements
  useEffect(() => {
    if (!root.current) return;
    hydrateSearchBox(root.current);
    const cleanups = [applyFiltersOnChange(root.current), enableFacetSearch(root.current)];
    return () => {
      for (const cleanup of cleanups) cleanup();
    };
  }, [markup]);
  return (
    // Where the page was filled in without Next, `markup` is only the placeholder.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by React, which escapes its input
    <div ref={root} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
  );
}

/** Hydrates the search box as a React root of its own. */
function hydrateSearchBox(root: HTMLElement): void {
  const element = root.querySelector<HTMLElement>("[data-search-box]:not([data-hydrated])");
  if (!element) return;
  element.dataset.hydrated = "";
  hydrateRoot(element, <SearchBox {...JSON.parse(element.dataset.searchBox ?? "")} />);
}
