"use client";

import { Button } from "@/components/ui/button";
import { useErrorWords } from "@/components/ui/error-words";
import { Wordmark } from "@/components/ui/wordmark";

/** A page that failed: says so, and offers to try again. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const { home, title, text, retry } = useErrorWords();
  return (
    <main className="mx-auto grid w-full max-w-2xl content-start justify-items-start gap-5 px-4 py-8">
      <a href={home} className="mb-8 no-underline">
        <Wordmark />
      </a>
      <h1 className="font-serif text-2xl font-medium">{title}</h1>
      <p>{text}</p>
      <Button look="primary" onClick={reset}>
        {retry}
      </Button>
    </main>
  );
}
