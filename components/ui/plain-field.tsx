import type { ReactNode } from "react";

/** What the control inside of a field must carry, so that it is known by its label, help and error. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export type PlainFieldProps = {
  id: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string;
  /** What stands under the control with the id of the field and `-count`. */
  count?: ReactNode;
  /** What the page says of what stands in the control, as it is typed; nothing yet where it is empty. */
  hint?: string;
  children: (control: FieldControl) => ReactNode;
};

/**
 * A label, its control, what helps to fill it in, and what is wrong with it. The name of a field whose control is
 * `required` has a star.
 */
export function PlainField({ id, label, help, error, count, hint, children }: PlainFieldProps) {
  const [helpId, errorId, countId, hintId] = [`${id}-help`, `${id}-error`, `${id}-count`, `${id}-hint`];
  const describedBy =
    [error && errorId, hint !== undefined && hintId, count && countId, help && helpId]
      .filter(Boolean)
      .join(" ") || undefined;
  return (
    <div className="field grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={errorId} className="text-sm font-semibold text-danger">
          {error}
        </p>
      )}
      {hint !== undefined && (
        // A browser may word a date otherwise than the server.
        <p id={hintId} role="status" className="text-sm font-semibold empty:hidden" suppressHydrationWarning>
          {hint}
        </p>
      )}
      {count}
      {help && (
        <p id={helpId} className="text-sm text-soft">
          {help}
        </p>
      )}
    </div>
  );
}
