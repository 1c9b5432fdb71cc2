"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PresentPerson, RealtimeMessage } from "@/lib/desk/realtime/schema";
import { ConnectionNotice } from "./connection-notice";
import { type ConnectionState, RealtimeConnection } from "./realtime-connection";
import { type OpenPage, RealtimeContext, type RemoteChange } from "./realtime-context";
import { useRefresh } from "./use-refresh";

type RealtimeProviderProps = {
  /** The id of the person signed in, whose own changes are not reported. */
  actor: string;
  children: ReactNode;
};

/** Updates the desk's pages in realtime when other people change something, and says so when it cannot. */
export function RealtimeProvider({ actor, children }: RealtimeProviderProps) {
  const [page, setOpenPage] = useState<OpenPage | null>(null);
  const [change, setChange] = useState<RemoteChange | null>(null);
  const [present, setPresent] = useState<PresentPerson[]>([]);
  const [state, setState] = useState<ConnectionState>("lost");
  // The latest event received, and whether the bell's count is outdated.
  const received = useRef({ page, latest: 0, isBellStale: false });
  received.current.page = page;
  const hasUpdate = useCallback(() => {
    const { page, latest, isBellStale } = received.current;
    return isBellStale || (page !== null && latest > page.since);
  }, []);
  const onRefresh = useCallback(() => {
    received.current.isBellStale = false;
  }, []);
  const { schedule, refresh, isDeferred } = useRefresh(hasUpdate, onRefresh);
  const receive = useCallback(
    (message: RealtimeMessage) => {
      if (message.kind === "presence") setPresent(message.people);
      if (message.kind === "notice") received.current.isBellStale = true;
      if (message.kind === "change" || message.kind === "resync") {
        const { sequence } = message;
        received.current.latest = Math.max(received.current.latest, sequence);
        if (message.kind === "resync") setChange({ sequence, name: null });
        else if (message.actorId !== actor) setChange({ sequence, name: message.actorName });
      }
      if (hasUpdate()) schedule();
    },
    [actor, schedule, hasUpdate],
  );
  const claim = page?.claim;
  useEffect(() => {
    received.current.latest = 0;
    setPresent([]);
    setChange(null);
    const since = received.current.page?.since;
    const connection = new RealtimeConnection({ claim, since, onMessage: receive, onState: setState });
    return () => connection.end();
  }, [claim, receive]);
  useEffect(() => {
    if (page) schedule();
  }, [page, schedule]);
  const realtime = useMemo(
    () => ({ change, present, isDeferred, setOpenPage, refresh }),
    [change, present, isDeferred, refresh],
  );
  return (
    <RealtimeContext value={realtime}>
      {children}
      <ConnectionNotice state={state} />
    </RealtimeContext>
  );
}
