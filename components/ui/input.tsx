import { clsx } from "clsx";
import type { ComponentProps } from "react";

const look =
  "w-full rounded-md border border-rule-strong bg-sheet px-3 py-2 text-base text-ink placeholder:text-soft aria-invalid:border-danger aria-invalid:border-2";

/** A one-line input. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input {...props} className={clsx(look, "min-h-10", className)} />;
}

/** An input of several lines. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return <textarea {...props} rows={rows} className={clsx(look, "leading-relaxed", className)} />;
}

/** A choice of one, in the system's own control. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return <select {...props} className={clsx(look, "min-h-10", className)} />;
}
