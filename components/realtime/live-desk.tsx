"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { LiveMessage, Present } from "@/lib/desk/realtime/schema";
import { ConnectionNotice } from "./connection-notice";
import { LiveConnection, type LiveState } from "./live-connection";
import { type Change, LiveContext, type LiveView } from "./live-context";
import { useRefresh } from "./use-refresh";

type LiveDeskProps = {
  /** Who is signed in: what they do themselves is no news. */
  actor: string;
  children: ReactNode;
};

/** Keeps the pages of the desk up to date with what its people do, and says so where it cannot. */
export function LiveDesk({ actor, children }: LiveDeskProps) {
  const [view, show] = useState<LiveView | null>(null);
  const [change, setChange] = useState<Change | null>(null);
  const [present, setPresent] = useState<Present[]>([]);
  const [state, setState] = useState<LiveState>("lost");
  // The last event that the page was told of, and whether its bell counts right.
  const told = useRef({ view, latest: 0, bell: true });
  told.current.view = view;
  const wanted = useCallback(() => {
    const { view, latest, bell } = told.current;
    return !bell || (view !== null && latest > view.since);
  }, []);
  const onRefresh = useCallback(() => {
    told.current.bell = true;
  }, []);
  const { soon, now, held } = useRefresh(wanted, onRefresh);
  const hear = useCallback(
    (message: LiveMessage) => {
      if (message.kind === "presence") setPresent(message.people);
      if (message.kind === "notice") told.current.bell = false;
      if (message.kind === "change" || message.kind === "resync") {
        const { sequence } = message;
        told.current.latest = Math.max(told.current.latest, sequence);
        if (message.kind === "resync") setChange({ sequence, name: null });
        else if (message.actorId !== actor) setChange({ sequence, name: message.actorName });
      }
      if (wanted()) soon();
    },
    [actor, soon, wanted],
  );
  const claim = view?.claim;
  useEffect(() => {
    told.current.latest = 0;
    setPresent([]);
    setChange(null);
    const since = told.current.view?.since;
    const connection = new LiveConnection({ claim, since, onMessage: hear, onState: setState });
    return () => connection.end();
  }, [claim, hear]);
  useEffect(() => {
    if (view) soon();
  }, [view, soon]);
  const live = useMemo(() => ({ change, present, held, show, refresh: now }), [change, present, held, now]);
  return (
    <LiveContext value={live}>
      {children}
      <ConnectionNotice state={state} />
    </LiveContext>
  );
}
