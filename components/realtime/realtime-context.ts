"use client";

import { createContext, useContext } from "react";
import type { PresentPerson } from "@/lib/desk/realtime/schema";

/**
 * The open page: the id of its claim (undefined on the queue), and the sequence number of its latest event.
 */
export type OpenPage = { claim?: string; since: number };

/** A change by somebody else: the event's sequence number, and who made it; null after a resync. */
export type RemoteChange = { sequence: number; name: string | null };

type Realtime = {
  /** The latest change by somebody else. */
  change: RemoteChange | null;
  /** The other people who have the claim's page open. */
  present: PresentPerson[];
  /** Whether an update of the page is deferred, as somebody is editing. */
  isDeferred: boolean;
  /** Sets the open page; null when it is left. */
  setOpenPage: (page: OpenPage | null) => void;
  /** Renders the page again at once. */
  refresh: () => void;
};

/** The realtime state of the open page. */
export const RealtimeContext = createContext<Realtime>({
  change: null,
  present: [],
  isDeferred: false,
  setOpenPage: () => {},
  refresh: () => {},
});

/** Returns the value of {@link RealtimeContext}. */
export const useRealtime = () => useContext(RealtimeContext);
