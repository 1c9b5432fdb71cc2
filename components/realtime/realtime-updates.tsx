"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { type OpenPage, useRealtime } from "./realtime-context";
import { usePreservedFocus } from "./use-preserved-focus";

/**
 * Updates the page that it stands on in realtime. While somebody is editing, an overlay offers the update
 * instead. `since` is the sequence number of the latest event that the page shows.
 */
export function RealtimeUpdates({ claim, since }: OpenPage) {
  const t = useTranslations("realtime");
  const { change, isDeferred, setOpenPage, refresh } = useRealtime();
  useEffect(() => {
    setOpenPage({ claim, since });
    return () => setOpenPage(null);
  }, [claim, since, setOpenPage]);
  const { restoreFocus } = usePreservedFocus(since);
  const pendingChange = isDeferred && change && change.sequence > since ? change : null;
  const apply = () => {
    restoreFocus();
    refresh();
  };
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex justify-center p-3">
      {pendingChange && (
        <div
          data-overlay
          className="pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-2 border border-rule-strong border-s-4 border-s-accent bg-accent-wash px-4 py-2 text-sm"
        >
          <p>
            {!claim
              ? t("queueChanged")
              : pendingChange.name === null
                ? t("mayHaveChanged")
                : t.rich("changed", { name: () => <bdi>{pendingChange.name}</bdi> })}
          </p>
          {/* A click does not take the focus from the field being edited. */}
          <Button type="button" onMouseDown={(event) => event.preventDefault()} onClick={apply}>
            {t("show")}
          </Button>
        </div>
      )}
    </div>
  );
}
