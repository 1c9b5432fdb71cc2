import type { ReactNode } from "react";

/** What the control inside of a field must carry, so that it is known by its label, help and error. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = {
  id: string;
  label: ReactNode;
  help?: ReactNode;
  error?: string;
  children: (control: FieldControl) => ReactNode;
};

/** A label, its control, what helps to fill it in, and what is wrong with it. */
export function Field({ id, label, help, error, children }: FieldProps) {
  const [helpId, errorId] = [`${id}-help`, `${id}-error`];
  const describedBy = [error && errorId, help && helpId].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={errorId} className="text-sm font-semibold text-danger">
          {error}
        </p>
      )}
      {help && (
        <p id={helpId} className="text-sm text-soft">
          {help}
        </p>
      )}
    </div>
  );
}
