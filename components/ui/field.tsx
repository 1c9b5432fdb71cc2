import type { ReactNode } from "react";
import { CharacterCount } from "./character-count";

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
  /** How long the text may be, in code points. */
  limit?: number;
  /** What the page says of what stands in the control, as it is typed; nothing yet where it is empty. */
  hint?: string;
  children: (control: FieldControl) => ReactNode;
};

/**
 * A label, its control, what helps to fill it in, and what is wrong with it. The name of a field whose control is
 * `required` has a star, and a text near its limit its length.
 */
export function Field({ id, label, help, error, limit, hint, children }: FieldProps) {
  const [helpId, errorId, countId, hintId] = [`${id}-help`, `${id}-error`, `${id}-count`, `${id}-hint`];
  const describedBy =
    [error && errorId, hint !== undefined && hintId, limit && countId, help && helpId]
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
      {limit && <CharacterCount id={countId} control={id} limit={limit} />}
      {help && (
        <p id={helpId} className="text-sm text-soft">
          {help}
        </p>
      )}
    </div>
  );
}
