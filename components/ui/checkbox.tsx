import type { ComponentProps, ReactNode } from "react";

/** A checkbox or radio button with its label beside it, and optionally a count at the end of the line. */
export function Checkbox({
  label,
  figure,
  type = "checkbox",
  ...props
}: ComponentProps<"input"> & { label: ReactNode; figure?: string | null }) {
  return (
    <label className="check">
      <span>
        <input {...props} type={type} />
      </span>
      <span>{label}</span>
      {figure && <span>{figure}</span>}
    </label>
  );
}
