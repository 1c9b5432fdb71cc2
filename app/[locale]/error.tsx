"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Wordmark } from "@/components/ui/wordmark";
import { Link } from "@/lib/i18n/navigation";

/** A page that failed: says so, and offers to try again. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("error");
  return (
    <main className="mx-auto grid w-full max-w-2xl content-start justify-items-start gap-5 px-4 py-8">
      <Link href="/" prefetch={false} className="mb-8 no-underline">
        <Wordmark />
      </Link>
      <h1 className="font-serif text-2xl font-medium">{t("title")}</h1>
      <p>{t("text")}</p>
      <Button look="primary" onClick={reset}>
        {t("retry")}
      </Button>
    </main>
  );
}
