"use client";

import { createContext, useContext } from "react";
import type { Present } from "@/lib/desk/realtime/schema";

/** The page that is open: the claim it is about (the queue without), and the last event of the log that it shows. */
export type LiveView = { claim?: string; since: number };

/** What somebody else did, by the event of the log; without a name where it is not known that anybody did. */
export type Change = { sequence: number; name: string | null };

type Live = {
  /** The latest that somebody else did. */
  change: Change | null;
  /** Who else has the claim's page open. */
  present: Present[];
  /** Whether the page has something to show and waits with it, as somebody is editing. */
  held: boolean;
  /** Says what page is open; null when it is left. */
  show: (view: LiveView | null) => void;
  /** Draws the page anew at once. */
  refresh: () => void;
};

/** How the open page stands to the desk's other people. */
export const LiveContext = createContext<Live>({
  change: null,
  present: [],
  held: false,
  show: () => {},
  refresh: () => {},
});

/** What {@link LiveContext} holds. */
export const useLive = () => useContext(LiveContext);
