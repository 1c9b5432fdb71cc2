"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** A page that failed: says so, and offers to try again. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("error");
  return (
    <main className="mx-auto grid max-w-2xl justify-items-start gap-5 px-4 py-16">
      <h1 className="font-serif text-2xl font-medium">{t("title")}</h1>
      <p>{t("text")}</p>
      <Button look="primary" onClick={reset}>
        {t("retry")}
      </Button>
    </main>
  );
}
