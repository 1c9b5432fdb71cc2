import type { ReactNode } from "react";

/** Props for the control of a field, which tie it to its label, help and error. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** Props of {@link PlainField}. */
export type PlainFieldProps = {
  id: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string;
  /** An element below the control, with the id `ID-count`. */
  count?: ReactNode;
  /** Feedback on the value as it is typed. Pass an empty string while there is none. */
  hint?: string;
  children: (control: FieldControl) => ReactNode;
};

/** A label with its control, help text and error. The label of a `required` control has a star. */
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
        // Browser and server may format dates differently.
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
