"use client";

import { type FormEvent, type ReactNode, startTransition } from "react";
import { Button } from "@/components/ui/button";
import { syncDraftsBeforeSignOut } from "@/components/ui/draft-autosave";

// The maximum wait for drafts to be saved.
const MAX_WAIT_MS = 3000;

type SignOutFormProps = { person: string; action: () => Promise<void>; children: ReactNode };

/** The sign-out button. Saves drafts on the server first, and removes them from this browser. */
export function SignOutForm({ person, action, children }: SignOutFormProps) {
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const timeout = new Promise((resolve) => setTimeout(resolve, MAX_WAIT_MS));
    await Promise.race([syncDraftsBeforeSignOut(person), timeout]);
    startTransition(() => action());
  };
  return (
    <form action={action} onSubmit={onSubmit}>
      <Button>{children}</Button>
    </form>
  );
}
