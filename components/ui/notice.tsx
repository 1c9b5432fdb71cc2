import { clsx } from "clsx";
import type { ReactNode } from "react";

const tones = {
  info: "border-accent bg-accent-wash",
  success: "border-verified bg-verified-wash",
  warning: "border-context bg-context-wash",
  error: "border-danger bg-danger-wash",
};

type NoticeProps = { tone?: keyof typeof tones; title?: ReactNode; children?: ReactNode; live?: boolean };

/** A notice in the page. A `live` one is announced when it appears. */
export function Notice({ tone = "info", title, children, live = false }: NoticeProps) {
  return (
    <div
      role={live ? (tone === "error" ? "alert" : "status") : undefined}
      className={clsx("grid gap-1 border-s-4 px-4 py-3 text-sm *:min-w-0", tones[tone])}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
