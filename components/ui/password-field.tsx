"use client";

import { Field } from "./field";
import { Input } from "./input";

type PasswordFieldProps = {
  /** Where it is not the only field of this name on its page. */
  id?: string;
  name: string;
  label: string;
  help?: string;
  error?: string;
  autoComplete: "current-password" | "new-password";
};

/** A field for a password. What is typed in it never comes back from the server. */
export function PasswordField({ id, name, label, help, error, autoComplete }: PasswordFieldProps) {
  return (
    <Field id={id ?? name} label={label} help={help} error={error}>
      {(control) => (
        <Input {...control} name={name} type="password" dir="ltr" required autoComplete={autoComplete} />
      )}
    </Field>
  );
}
