"use client";

import { type RefObject, useEffect, useState } from "react";
import { writtenEvent } from "./form-values";

/** What stands in a select or an input, however it came there: by hand, from a draft, by a merge or by a reset of its form. */
export function useChosen(select: RefObject<HTMLSelectElement | HTMLInputElement | null>, start: string) {
  const [chosen, setChosen] = useState(start);
  useEffect(() => {
    const form = select.current?.form;
    const follow = () => setChosen((before) => select.current?.value ?? before);
    // A form is reset after its event.
    const onReset = () => queueMicrotask(follow);
    follow();
    form?.addEventListener(writtenEvent, follow);
    form?.addEventListener("reset", onReset);
    return () => {
      form?.removeEventListener(writtenEvent, follow);
      form?.removeEventListener("reset", onReset);
    };
  }, [select]);
  return [chosen, setChosen] as const;
}
