import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ForeignText } from "@/components/ui/foreign-text";
import { shortened } from "@/lib/text/shortened";
import type { Selected } from "./shown-text";

type MarkerToolbarProps = {
  form: string;
  purpose: "make" | "move";
  selected: Selected | null;
  language: string;
};

/** What is selected, said aloud, and the button that makes a claim of it; always in sight. */
export function MarkerToolbar({ form, purpose, selected, language }: MarkerToolbarProps) {
  const t = useTranslations("marking");
  return (
    <div className="sticky bottom-0 z-10 mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule-strong bg-sheet px-4 py-3 noscript:hidden">
      <p aria-live="polite" className="min-w-0 flex-1 basis-64 text-sm">
        {selected
          ? t.rich("selected", {
              words: () => <ForeignText language={language}>{shortened(selected.words)}</ForeignText>,
            })
          : t("nothing")}
      </p>
      <Button look="primary" form={form} disabled={!selected} onMouseDown={(event) => event.preventDefault()}>
        {t(purpose)}
      </Button>
    </div>
  );
}
