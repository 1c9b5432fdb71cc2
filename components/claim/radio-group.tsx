import type { FormEventHandler, ReactNode, Ref } from "react";

type RadioGroupProps = {
  ref?: Ref<HTMLDivElement>;
  id: string;
  legend: ReactNode;
  help?: ReactNode;
  error?: string;
  required?: boolean;
  onInput?: FormEventHandler<HTMLDivElement>;
  children: ReactNode;
};

/**
 * A radio group with legend, help and error. It is focusable, for forms that focus the first invalid field.
 */
export function RadioGroup({ ref, id, legend, help, error, required, onInput, children }: RadioGroupProps) {
  const [legendId, helpId, errorId] = [`${id}-legend`, `${id}-help`, `${id}-error`];
  return (
    <div
      ref={ref}
      role="radiogroup"
      tabIndex={-1}
      aria-labelledby={legendId}
      aria-describedby={[error && errorId, help && helpId].filter(Boolean).join(" ") || undefined}
      aria-required={required}
      aria-invalid={error ? true : undefined}
      onInput={onInput}
      className="grid min-w-0 gap-2"
    >
      <p id={legendId} className="font-semibold">
        {legend}
      </p>
      {help && (
        <p id={helpId} className="text-sm text-soft">
          {help}
        </p>
      )}
      {error && (
        <p id={errorId} className="text-sm font-semibold text-danger">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}
