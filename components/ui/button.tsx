import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** How a button looks: `quiet` like a link, `danger` for what deletes or revokes. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const variantClasses: Record<ButtonVariant, string> = {
  primary: "bg-accent text-accent-ink border-accent hover:opacity-90",
  secondary: "bg-sheet text-ink border-rule-strong hover:bg-wash",
  quiet: "bg-transparent text-accent border-transparent hover:bg-wash underline underline-offset-4",
  danger: "bg-sheet text-danger border-danger hover:bg-danger-wash",
};

/** Returns the classes of a button, also for links that look like one. */
export function buttonClass(variant: ButtonVariant = "secondary", className?: string): string {
  return clsx(
    "inline-flex min-h-10 items-center justify-center gap-2 rounded-md border px-4 py-1.5 text-sm font-semibold",
    "no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60",
    variantClasses[variant],
    className,
  );
}

/** A button. It submits its form unless `type` says otherwise. */
export function Button({
  variant,
  className,
  ...props
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button {...props} className={buttonClass(variant, className)} />;
}
