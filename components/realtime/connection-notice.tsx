"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { LiveState } from "./live-connection";

// A shorter loss is nobody's concern.
const PATIENCE_MS = 5_000;

/** Says that the page is not up to date by itself, and why. It lies over the page's corner and moves nothing. */
export function ConnectionNotice({ state }: { state: LiveState }) {
  const t = useTranslations("live");
  const [said, setSaid] = useState<LiveState>("live");
  useEffect(() => {
    if (state !== "lost") return setSaid(state);
    const timer = setTimeout(() => setSaid(state), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div role="status" className="pointer-events-none fixed start-0 bottom-0 z-10 p-2">
      {said !== "live" && (
        <p className="border border-rule-strong bg-sheet px-3 py-1 text-sm text-soft">
          {t(said === "lost" ? "reconnecting" : "signedOut")}
        </p>
      )}
    </div>
  );
}
