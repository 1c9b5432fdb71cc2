import { clsx } from "clsx";
import type { Status } from "@/lib/record/vocabulary";
import { StatusGlyph } from "./status-glyph";

/** The text and background colours of each status, as classes. */
export const statusColors: Record<Status, { ink: string; wash: string }> = {
  verified: { ink: "text-verified", wash: "bg-verified-wash" },
  needs_context: { ink: "text-context", wash: "bg-context-wash" },
  disputed: { ink: "text-disputed", wash: "bg-disputed-wash" },
  false: { ink: "text-false", wash: "bg-false-wash" },
  unproven: { ink: "text-unproven", wash: "bg-unproven-wash" },
  retracted: { ink: "text-retracted", wash: "bg-retracted-wash" },
  in_review: { ink: "text-review", wash: "bg-review-wash" },
  unchecked: { ink: "text-unchecked", wash: "bg-unchecked-wash" },
};

type StatusBadgeProps = { status: Status; label: string; size?: "small" | "large" };

/** A status as icon, label and colour. The large size stands at the head of a verdict. */
export function StatusBadge({ status, label, size = "small" }: StatusBadgeProps) {
  const { ink, wash } = statusColors[status];
  return (
    <span
      className={clsx(
        "inline-flex items-center font-semibold",
        ink,
        wash,
        size === "large"
          ? "gap-3 border-2 border-current py-2 ps-4 pe-5 text-xl leading-snug ring-1 ring-current ring-offset-3 ring-offset-sheet"
          : "gap-2 rounded-md px-2 py-0.5 text-sm whitespace-nowrap",
      )}
    >
      <StatusGlyph status={status} className={size === "large" ? "size-8 shrink-0" : "size-4 shrink-0"} />
      {label}
    </span>
  );
}
