import { clsx } from "clsx";
import type { ComponentProps } from "react";

const controlClass =
  "w-full rounded-md border border-rule-strong bg-sheet px-3 py-2 text-base text-ink placeholder:text-soft aria-invalid:border-danger aria-invalid:border-2";

/** A one-line input. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input {...props} className={clsx(controlClass, "min-h-10", className)} />;
}

/** A multi-line input. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return <textarea {...props} rows={rows} className={clsx(controlClass, "leading-relaxed", className)} />;
}

/** A native select. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return <select {...props} className={clsx(controlClass, "min-h-10", className)} />;
}
