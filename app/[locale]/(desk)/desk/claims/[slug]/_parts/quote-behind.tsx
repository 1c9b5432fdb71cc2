import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { Quotation } from "@/components/ui/quotation";
import type { Actor, Context } from "@/lib/desk/auth/permissions";
import { type DeskClaim, findNewerText } from "@/lib/desk/claims/queries";
import { Link } from "@/lib/next/navigation";
import { type Place, selectedQuote } from "../../../_parts/place";
import { QuoteCandidates } from "../../../_parts/quote-candidates";
import { ReanchorForm } from "./reanchor-form";

type QuoteBehindProps = {
  claim: DeskClaim;
  /** Where words of the newest text were selected for the claim. */
  place: Place | null;
  context: Context & { actor: Actor };
};

/**
 * That the claim's quote stayed in an earlier version of its article, and the ways to move it to the newest one; nothing
 * where it stands in that.
 */
export async function QuoteBehind({ claim, place, context }: QuoteBehindProps) {
  const { source } = claim;
  if (!source || source.capturedIn === source.newest) return null;
  const newer = await findNewerText(context, source);
  if (!newer) return null;
  const t = await getTranslations("quoteBehind");
  const { capturedIn: captured, quote, language } = source;
  const selected = place && selectedQuote(newer.text, place);
  return (
    <Notice tone="warning" title={t("title", { captured, newest: newer.number })}>
      <div className="grid gap-4 pt-2" id="quote-behind">
        <Quotation language={language} {...quote} />
        <p>{t("what", { captured })}</p>
        <QuoteCandidates claim={claim} candidates={newer.candidates} language={language} />
        <p>
          <Link
            href={`/desk/articles/${source.articleSlug}?claim=${claim.slug}`}
            className="inline-flex min-h-8 items-center"
          >
            {t("select")}
          </Link>
        </p>
        <ReanchorForm
          key={selected ? `${selected.start}-${selected.end}` : "typed"}
          claim={claim}
          selected={selected && { exact: selected.exact, start: selected.start }}
          language={language}
          actor={context.actor.id}
        />
      </div>
    </Notice>
  );
}
