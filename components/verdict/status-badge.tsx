import { clsx } from "clsx";
import type { Status } from "@/lib/verdicts/schema";
import { StatusGlyph } from "./status-glyph";

/** Ink and wash of each status. */
export const statusColors: Record<Status, string> = {
  verified: "text-verified bg-verified-wash",
  needs_context: "text-context bg-context-wash",
  disputed: "text-disputed bg-disputed-wash",
  false: "text-false bg-false-wash",
  unproven: "text-unproven bg-unproven-wash",
  retracted: "text-retracted bg-retracted-wash",
  in_review: "text-review bg-review-wash",
  unchecked: "text-unchecked bg-unchecked-wash",
};

type StatusBadgeProps = { status: Status; label: string; size?: "small" | "large" };

/** A status by sign, word and colour. `large` is the stamp at the head of a verdict. */
export function StatusBadge({ status, label, size = "small" }: StatusBadgeProps) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-2 font-semibold",
        statusColors[status],
        size === "large"
          ? "border-2 border-current px-4 py-2 text-lg"
          : "rounded-md px-2 py-0.5 text-sm whitespace-nowrap",
      )}
    >
      <StatusGlyph status={status} className={size === "large" ? "size-6 shrink-0" : "size-4 shrink-0"} />
      {label}
    </span>
  );
}
