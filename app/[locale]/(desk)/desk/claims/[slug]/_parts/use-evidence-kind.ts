"use client";

import { type ChangeEvent, useRef } from "react";
import { useChosen } from "@/components/ui/use-chosen";
import { type EvidenceKind, evidenceKinds } from "@/lib/record/vocabulary";

/**
 * The kind that is chosen, and what its select is to carry. `today` (ISO 8601) stands as the day on which a web page was
 * looked at, while nobody typed another; of other kinds nobody knows when they took place, so that nothing stands there.
 */
export function useEvidenceKind(start: EvidenceKind, today: string | null) {
  const ref = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useChosen(ref, start);
  const onChange = ({ currentTarget: { value, form } }: ChangeEvent<HTMLSelectElement>) => {
    setChosen(value);
    const day = form?.elements.namedItem("accessedOn");
    if (today === null || !(day instanceof HTMLInputElement)) return;
    if (day.value !== "" && day.value !== today) return;
    day.value = value === "web" ? today : "";
    day.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const kind = evidenceKinds.find((each) => each === chosen) ?? "web";
  return { kind, control: { ref, onChange } };
}
