"use client";

import { Field } from "./field";
import { Input } from "./input";

type PasswordFieldProps = {
  name: string;
  label: string;
  help?: string;
  error?: string;
  autoComplete: "current-password" | "new-password";
};

/** A field for a password. What is typed in it never comes back from the server. */
export function PasswordField({ name, label, help, error, autoComplete }: PasswordFieldProps) {
  return (
    <Field id={name} label={label} help={help} error={error}>
      {(control) => (
        <Input {...control} name={name} type="password" dir="ltr" required autoComplete={autoComplete} />
      )}
    </Field>
  );
}
