"use client";

import { Field } from "./field";
import { Input } from "./input";

type CodeFieldProps = { label: string; help?: string; error?: string };

/** An input for the code of an authenticator app. */
export function CodeField({ label, help, error }: CodeFieldProps) {
  return (
    <Field id="code" label={label} help={help} error={error}>
      {(control) => (
        <Input
          {...control}
          name="code"
          dir="ltr"
          required
          autoComplete="one-time-code"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className="max-w-60 tracking-widest"
        />
      )}
    </Field>
  );
}
