import type { ComponentProps, ReactNode } from "react";

/** A checkbox or radio button with its label beside it. */
export function Checkbox({
  label,
  type = "checkbox",
  ...props
}: ComponentProps<"input"> & { label: ReactNode }) {
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-2 py-1 text-sm">
      <input {...props} type={type} className="mt-0.5 size-4.5 shrink-0 accent-accent" />
      <span className="min-w-0 grow">{label}</span>
    </label>
  );
}
