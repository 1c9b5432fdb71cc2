"use client";

import { useEffect, useRef } from "react";

/** Sends the form around it when a filter changes, so that nobody has to press its button. Renders nothing. */
export function SubmitOnChange() {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = marker.current?.closest("form");
    const submit = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === "checkbox") form?.requestSubmit();
    };
    form?.addEventListener("change", submit);
    return () => form?.removeEventListener("change", submit);
  }, []);
  return <span ref={marker} hidden />;
}
