"use client";

import { useEffect, useRef } from "react";
import { forgetLocal } from "./draft-store";

/**
 * Ends this browser's draft `draft` when the form around this is left after it was sent: a form whose action goes on to another
 * page never hears that it was saved. `answer` changes with each answer that keeps the person here.
 */
export function ForgetDraft({ draft, answer }: { draft: string; answer: number }) {
  const place = useRef<HTMLSpanElement>(null);
  const sent = useRef(false);
  useEffect(() => {
    sent.current = answer < 0;
    const form = place.current?.closest("form");
    const note = () => {
      sent.current = true;
    };
    form?.addEventListener("submit", note);
    return () => form?.removeEventListener("submit", note);
  }, [answer]);
  useEffect(
    () => () => {
      if (sent.current) forgetLocal(draft);
    },
    [draft],
  );
  return <span ref={place} hidden />;
}
