import { clsx } from "clsx";
import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";

const ways = ["words", "beginnings", "phrases", "without", "either", "fields", "quantities"] as const;
const ARABIC = /\p{Script=Arabic}/u;

/** What the search box understands: each way with how it is typed. */
export async function HowToSearch() {
  const t = await getTranslations("methodology.search");
  return (
    <div className="grid gap-5">
      <p>{t("intro")}</p>
      <dl className="grid gap-5">
        {ways.map((way) => (
          <div key={way} className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr]">
            <dt className="grid content-start justify-items-start gap-1">
              {t(`${way}.typed`)
                .split("\n")
                .map((typed) => (
                  <Typed key={typed} text={typed} />
                ))}
            </dt>
            <dd>{t(`${way}.text`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Typed({ text }: { text: string }) {
  const language = ARABIC.test(text) ? "ar" : "en";
  return (
    // Letters that join are no good at one width.
    <code className={clsx("bg-wash px-1.5 text-sm", language === "ar" && "font-sans")}>
      <ForeignText language={language}>{text}</ForeignText>
    </code>
  );
}
