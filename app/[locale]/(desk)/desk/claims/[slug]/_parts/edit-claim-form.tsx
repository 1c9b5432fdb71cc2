"use client";

import { useTranslations } from "next-intl";
import { type ClaimFieldChoices, type ClaimFieldValues, choiceOfKey } from "@/components/claim/claim-field";
import { ClaimFields } from "@/components/claim/claim-fields";
import { readSubmittedClaim } from "@/components/claim/submitted-claim";
import { DeskForm } from "@/components/ui/desk-form";
import type { DeskClaim } from "@/lib/desk/claims/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { Link } from "@/lib/next/navigation";
import { editClaimAction } from "../actions";
import { claimFormValues, originalText } from "./form-values";

type EditClaimFormProps = { claim: DeskClaim; choices: ClaimFieldChoices; locale: LocaleId; actor: string };

/** The form that edits and translates a claim. */
export function EditClaimForm({ claim, choices, locale, actor }: EditClaimFormProps) {
  const [t, names] = [useTranslations("deskClaim"), useTranslations("claimFields")];
  const { source } = claim;
  return (
    <div className="grid gap-5">
      {source && (
        <p className="text-sm">
          <Link
            href={`/desk/articles/${source.articleSlug}#${source.capturedIn === source.newest ? "q" : "c"}-${claim.id}`}
          >
            {t("inArticle")}
          </Link>
        </p>
      )}
      <DeskForm
        action={editClaimAction}
        draft={`draft:${actor}:claim:${claim.id}`}
        version={claim.version}
        base={claimFormValues(claim)}
        label={t("fields")}
        submit={t("saveClaim")}
        names={{
          quote: names("quote"),
          "text.en": names("textIn", { language: "en" }),
          "text.ar": names("textIn", { language: "ar" }),
          "text.original": names("original"),
          language: names("language"),
          "claimant.choice": names("claimant"),
          "claimant.names.en": names("claimantIn", { language: "en" }),
          "claimant.names.ar": names("claimantIn", { language: "ar" }),
          claimedOn: names("claimedOn"),
          topics: names("topics"),
        }}
      >
        {(state) => (
          <>
            <input type="hidden" name="claimId" value={claim.id} />
            <input type="hidden" name="slug" value={claim.slug} />
            <ClaimFields
              values={readSubmittedClaim(state.outcome === "saved" ? null : state.typed, valuesOf(claim))}
              state={state}
              choices={{ ...choices, claimant: claim.claimant }}
              locale={locale}
              quoteLanguage={source?.language ?? locale}
            />
          </>
        )}
      </DeskForm>
    </div>
  );
}

function valuesOf({ language, text, claimant, claimedOn, topics, source }: DeskClaim): ClaimFieldValues {
  return {
    language,
    text: { en: text.en, ar: text.ar, original: originalText({ language, text }) },
    claimant: { choice: claimant ? choiceOfKey(claimant.key) : "nobody" },
    claimedOn: claimedOn ?? undefined,
    topics,
    quote: source?.quote.exact,
  };
}
