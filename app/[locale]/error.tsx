"use client";

import { Button } from "@/components/ui/button";
import { useErrorTexts } from "@/components/ui/error-texts";
import { Wordmark } from "@/components/ui/wordmark";

/** The error page, with a button to try again. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const { home, title, text, retry } = useErrorTexts();
  return (
    <main className="mx-auto grid w-full max-w-2xl content-start justify-items-start gap-5 px-4 py-8">
      <a href={home} className="mb-8 no-underline">
        <Wordmark />
      </a>
      <h1 className="font-serif text-2xl font-medium">{title}</h1>
      <p>{text}</p>
      <Button variant="primary" onClick={reset}>
        {retry}
      </Button>
    </main>
  );
}
