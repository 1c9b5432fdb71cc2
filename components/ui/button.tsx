import { clsx } from "clsx";
import type { ComponentProps } from "react";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "bg-accent text-accent-ink border-accent hover:opacity-90",
  secondary: "bg-sheet text-ink border-rule-strong hover:bg-wash",
  quiet: "bg-transparent text-accent border-transparent hover:bg-wash underline underline-offset-4",
  danger: "bg-sheet text-danger border-danger hover:bg-danger-wash",
};

/** The classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook = "secondary", className?: string): string {
  return clsx(
    "inline-flex min-h-10 items-center justify-center gap-2 rounded-md border px-4 py-1.5 text-sm font-semibold",
    "no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60",
    looks[look],
    className,
  );
}

/** A button. It submits its form unless `type` says otherwise. */
export function Button({ look, className, ...props }: ComponentProps<"button"> & { look?: ButtonLook }) {
  return <button {...props} className={buttonClass(look, className)} />;
}
