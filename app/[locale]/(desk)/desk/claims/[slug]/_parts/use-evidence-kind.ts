"use client";

import { type ChangeEvent, useRef } from "react";
import { useControlValue } from "@/components/ui/use-control-value";
import { type EvidenceKind, evidenceKinds } from "@/lib/record/vocabulary";

/**
 * Returns the chosen kind of evidence, and the props of its select. `today` (ISO 8601) is the default access
 * date of a web page; other kinds have none.
 */
export function useEvidenceKind(initial: EvidenceKind, today: string | null) {
  const ref = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useControlValue(ref, initial);
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
