"use client";

import { type FormEvent, type ReactNode, startTransition } from "react";
import { Button } from "@/components/ui/button";
import { handOver } from "@/components/ui/draft-keeper";

// Signing out does not wait longer for a server that does not answer.
const MOST_WAIT_MS = 3000;

type SignOutFormProps = { person: string; action: () => Promise<void>; children: ReactNode };

/** The way out. Drafts go to the server first, and none that is there stays in this browser. */
export function SignOutForm({ person, action, children }: SignOutFormProps) {
  const leave = async (event: FormEvent) => {
    event.preventDefault();
    const atMost = new Promise((resolve) => setTimeout(resolve, MOST_WAIT_MS));
    await Promise.race([handOver(person), atMost]);
    startTransition(() => action());
  };
  return (
    <form action={action} onSubmit={leave}>
      <Button>{children}</Button>
    </form>
  );
}
