import { clsx } from "clsx";
import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";

const features = ["words", "beginnings", "phrases", "without", "either", "fields", "quantities"] as const;
const ARABIC = /\p{Script=Arabic}/u;

/** The search syntax: each feature with an example. */
export async function HowToSearch() {
  const t = await getTranslations("methodology.search");
  return (
    <div className="grid gap-5">
      <p>{t("intro")}</p>
      <dl className="grid gap-5">
        {features.map((feature) => (
          <div key={feature} className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr]">
            <dt className="grid content-start justify-items-start gap-1">
              {t(`${feature}.typed`)
                .split("\n")
                .map((typed) => (
                  <Example key={typed} text={typed} />
                ))}
            </dt>
            <dd>{t(`${feature}.text`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Example({ text }: { text: string }) {
  const language = ARABIC.test(text) ? "ar" : "en";
  return (
    // Arabic letters join, and do not suit a monospaced font.
    <code className={clsx("bg-wash px-1.5 text-sm", language === "ar" && "font-sans")}>
      <ForeignText language={language}>{text}</ForeignText>
    </code>
  );
}
