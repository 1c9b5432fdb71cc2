"use client";

import { Field } from "./field";
import { Input } from "./input";

type PasswordFieldProps = {
  /** Needed where the page has another field of this name. */
  id?: string;
  name: string;
  label: string;
  help?: string;
  error?: string;
  autoComplete: "current-password" | "new-password";
};

/** A password input. Its value is never rendered by the server. */
export function PasswordField({ id, name, label, help, error, autoComplete }: PasswordFieldProps) {
  return (
    <Field id={id ?? name} label={label} help={help} error={error}>
      {(control) => (
        <Input {...control} name={name} type="password" dir="ltr" required autoComplete={autoComplete} />
      )}
    </Field>
  );
}
