import { choiceOfKey } from "@/components/claim/claim-field";
import type { DeskClaim } from "@/lib/claims/queries";
import type { DeskEvidence } from "@/lib/evidence/queries";
import type { FieldValues } from "@/lib/text/merge";

/** The claim as its form names it, for merging it with somebody else's save. */
export function claimFormValues(claim: DeskClaim): FieldValues {
  return {
    quote: claim.source?.quote.exact ?? "",
    "text.en": claim.text.en ?? "",
    "text.ar": claim.text.ar ?? "",
    language: claim.language,
    "claimant.choice": claim.claimant ? choiceOfKey(claim.claimant.key) : "nobody",
    // Once it is saved it is the one that is chosen.
    "claimant.names.en": "",
    "claimant.names.ar": "",
    claimedOn: claim.claimedOn ?? "",
    topics: claim.topics,
    // Once it is saved it is one of the topics.
    "newTopic.names.en": "",
    "newTopic.names.ar": "",
  };
}

/** The evidence as its form names it. */
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
