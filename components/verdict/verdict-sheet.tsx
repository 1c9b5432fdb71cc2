import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Status } from "@/lib/record/vocabulary";
import { statusColors } from "./status-badge";

/** The card of a verdict; its upper edge has the colour of the status. */
export function VerdictSheet({ status, children }: { status: Status; children: ReactNode }) {
  return (
    <div className="border border-rule bg-sheet">
      <div className={clsx("border-t-4 border-current", statusColors[status].ink)} />
      <div className="grid justify-items-start gap-5 p-5 sm:p-7">{children}</div>
    </div>
  );
}
