"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { type LiveView, useLive } from "./live-context";
import { useFocusKept } from "./use-focus-kept";

/**
 * Has the page that it stands on show what others do: by itself, or where somebody is editing, by a notice that moves
 * nothing and waits for its button. `since` is the last event of the log that the page shows.
 */
export function LivePage({ claim, since }: LiveView) {
  const t = useTranslations("live");
  const { change, held, show, refresh } = useLive();
  useEffect(() => {
    show({ claim, since });
    return () => show(null);
  }, [claim, since, show]);
  const { goBack } = useFocusKept(since);
  const news = held && change && change.sequence > since ? change : null;
  const apply = () => {
    goBack();
    refresh();
  };
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex justify-center p-3">
      {news && (
        <div
          data-over-the-page
          className="pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-2 border border-rule-strong border-s-4 border-s-accent bg-accent-wash px-4 py-2 text-sm"
        >
          <p>
            {!claim
              ? t("queueChanged")
              : news.name === null
                ? t("mayHaveChanged")
                : t.rich("changed", { name: () => <bdi>{news.name}</bdi> })}
          </p>
          {/* A click leaves the focus where somebody types. */}
          <Button type="button" onMouseDown={(event) => event.preventDefault()} onClick={apply}>
            {t("show")}
          </Button>
        </div>
      )}
    </div>
  );
}
