import { choiceOfKey } from "@/components/claim/claim-field";
import type { DeskClaim } from "@/lib/desk/claims/queries";
import type { DeskEvidence } from "@/lib/desk/evidence/queries";
import { isLocaleId } from "@/lib/i18n/locales";
import type { FieldValues } from "@/lib/text/merge";

/** Returns the claim's values by field name, to merge them with somebody else's save. */
export function claimFormValues(claim: DeskClaim): FieldValues {
  return {
    quote: claim.source?.quote.exact ?? "",
    "text.en": claim.text.en ?? "",
    "text.ar": claim.text.ar ?? "",
    "text.original": originalText(claim) ?? "",
    language: claim.language,
    "claimant.choice": claim.claimant ? choiceOfKey(claim.claimant.key) : "nobody",
    // A saved name becomes the chosen claimant.
    "claimant.names.en": "",
    "claimant.names.ar": "",
    claimedOn: claim.claimedOn ?? "",
    topics: claim.topics,
    // A saved name becomes one of the topics.
    "newTopic.names.en": "",
    "newTopic.names.ar": "",
  };
}

/** Returns the claim's original text, where its language is not one of the interface. */
export function originalText({ language, text }: Pick<DeskClaim, "language" | "text">): string | undefined {
  return isLocaleId(language) ? undefined : text[language];
}

/** Returns the evidence's values by field name. */
export function evidenceFormValues(evidence: DeskEvidence): Record<string, string> {
  const { kind, url, title, publisher, publishedOn, language, stance } = evidence;
  const { excerpt, note, protection, archiveUrl, accessedOn } = evidence;
  return {
    kind,
    title,
    language,
    stance,
    accessedOn,
    url: url ?? "",
    publisher: publisher ?? "",
    publishedOn: publishedOn ?? "",
    excerpt: excerpt ?? "",
    "note.en": note.en ?? "",
    "note.ar": note.ar ?? "",
    "protection.en": protection.en ?? "",
    "protection.ar": protection.ar ?? "",
    archiveUrl: archiveUrl ?? "",
    linkAnswers: evidence.linkAnswers === null ? "" : evidence.linkAnswers ? "yes" : "no",
  };
}
