"use client";

import { type RefObject, useEffect, useState } from "react";
import { valuesWrittenEvent } from "./form-values";

/** Returns a control's value as state, which follows resets of its form and scripts that fill it in. */
export function useControlValue(
  control: RefObject<HTMLSelectElement | HTMLInputElement | null>,
  initial: string,
) {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const form = control.current?.form;
    const follow = () => setValue((before) => control.current?.value ?? before);
    // The reset event comes before the controls are reset.
    const onReset = () => queueMicrotask(follow);
    follow();
    form?.addEventListener(valuesWrittenEvent, follow);
    form?.addEventListener("reset", onReset);
    return () => {
      form?.removeEventListener(valuesWrittenEvent, follow);
      form?.removeEventListener("reset", onReset);
    };
  }, [control]);
  return [value, setValue] as const;
}
