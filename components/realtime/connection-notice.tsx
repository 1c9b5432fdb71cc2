"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ConnectionState } from "./realtime-connection";

// Shorter losses of the connection are not shown.
const GRACE_MS = 5_000;

/** Says that the page gets no realtime updates, and why. It overlays a corner, so that nothing moves. */
export function ConnectionNotice({ state }: { state: ConnectionState }) {
  const t = useTranslations("realtime");
  const [shown, setShown] = useState<ConnectionState>("connected");
  useEffect(() => {
    if (state !== "lost") return setShown(state);
    const timer = setTimeout(() => setShown(state), GRACE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <div role="status" className="pointer-events-none fixed start-0 bottom-0 z-10 p-2">
      {shown !== "connected" && (
        <p className="border border-rule-strong bg-sheet px-3 py-1 text-sm text-soft">
          {t(shown === "lost" ? "reconnecting" : "signedOut")}
        </p>
      )}
    </div>
  );
}
