import type { ComponentProps, ReactNode } from "react";

/** A checkbox or radio button with its label beside it. */
export function Checkbox({
  label,
  type = "checkbox",
  ...props
}: ComponentProps<"input"> & { label: ReactNode }) {
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-2 py-1 text-sm">
      <span className="flex h-[1lh] shrink-0 items-center">
        <input {...props} type={type} className="size-4.5 accent-accent" />
      </span>
      <span className="min-w-0 grow">{label}</span>
    </label>
  );
}
