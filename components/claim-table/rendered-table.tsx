"use client";

import { useEffect, useRef } from "react";
import { hydrateRoot } from "react-dom/client";
import { followFilters } from "./follow-filters";
import { lookInFilters } from "./look-in-filters";
import { SearchBox } from "./search-box";

/**
 * The claim table as it was drawn on the server. To React it is one piece: the browser is sent each claim once, as
 * markup, and not again as the data that the markup was made of. What answers to keys and ticks is brought to life here.
 */
export function RenderedTable({ markup }: { markup: string }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another markup has another form and another box
  useEffect(() => {
    if (!place.current) return;
    startSearchBox(place.current);
    const stops = [followFilters(place.current), lookInFilters(place.current)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [markup]);
  return (
    // What stands in the page is right: where it was filled in without Next, `markup` is no more than the empty place.
    // biome-ignore lint/security/noDangerouslySetInnerHtml: React made it, which escapes what it is given
    <div ref={place} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />
  );
}

/** A root of its own, which goes with its element. */
function startSearchBox(place: HTMLElement): void {
  const element = place.querySelector<HTMLElement>("[data-search-box]:not([data-started])");
  if (!element) return;
  element.dataset.started = "";
  hydrateRoot(element, <SearchBox {...JSON.parse(element.dataset.searchBox ?? "")} />);
}
