import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ForeignText } from "@/components/ui/foreign-text";
import { truncateMiddle } from "@/lib/text/truncate";
import type { TextSelection } from "./text-selection";

type MarkerToolbarProps = {
  form: string;
  purpose: "make" | "move";
  selected: TextSelection | null;
  language: string;
};

/** The selected words, announced, and the button that uses them; sticky at the bottom. */
export function MarkerToolbar({ form, purpose, selected, language }: MarkerToolbarProps) {
  const t = useTranslations("marking");
  return (
    <div className="sticky bottom-0 z-10 mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-rule-strong bg-sheet px-4 py-3 noscript:hidden">
      <p aria-live="polite" className="min-w-0 flex-1 basis-64 text-sm">
        {selected
          ? t.rich("selected", {
              words: () => <ForeignText language={language}>{truncateMiddle(selected.words)}</ForeignText>,
            })
          : t("nothing")}
      </p>
      <Button
        variant="primary"
        form={form}
        disabled={!selected}
        onMouseDown={(event) => event.preventDefault()}
      >
        {t(purpose)}
      </Button>
    </div>
  );
}
