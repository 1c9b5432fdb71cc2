import { randomUUID } from "node:crypto";
import { createArticle } from "@/lib/desk/articles/commands";
import { type NewArticle, newArticleSchema } from "@/lib/desk/articles/schema";
import type { Context, Role } from "@/lib/desk/auth/permissions";
import { createClaim } from "@/lib/desk/claims/commands";
import { AmbiguousNameError, findSameNames, nameKeysOf } from "@/lib/desk/claims/named-entities/candidates";
import { type ClaimantInput, type NewClaim, newClaimSchema } from "@/lib/desk/claims/schema";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { addEvidence } from "@/lib/desk/evidence/commands";
import { type NewEvidence, newEvidenceSchema } from "@/lib/desk/evidence/schema";
import { insertPerson } from "@/lib/desk/people/commands";
import { proposeVerdict } from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import type { ProposalInput } from "@/lib/desk/verdicts/schema";
import type { Localized } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";

/** A text in which mixed directions, tashkeel and a repeated word occur. */
export const arabicText = [
  "تقول الشركة إن النموذج كلّف $6M على 2,000 وحدة H800 فقط.",
  "ويضيف المقال أن الذاكرة انخفضت إلى 5%، وأن النموذج 😀 مفتوح.",
  "كل ذلك في عام ٢٠٢٣، كما يقول المقال.",
].join("\n\n");

/** Somebody of the desk with this role, in the database, as a command's context. */
export async function somebody(role: Role, now: () => Date = () => new Date()): Promise<Context> {
  const name = `${role} ${randomUUID().slice(0, 6)}`;
  const context = { now, newId: randomUUID };
  const id = await transaction((tx) =>
    insertPerson(tx, context, { name, role, email: `${randomUUID()}@test.example` }, null),
  );
  return { ...context, actor: { id, name, role } };
}

/** An article of {@link arabicText}. */
export async function anArticle(context: Context, fields: Partial<NewArticle> = {}) {
  const given = {
    kind: "opinion",
    title: "مقال",
    language: "ar",
    publisher: "crypto.news",
    disclosure: {},
    text: arabicText,
  };
  return createArticle(context, newArticleSchema.parse({ ...given, ...fields }));
}

/** The fields of a claim; a claimant or a new topic by name is the known one of this name, where there is one. */
type ClaimFields = Partial<Omit<NewClaim, "claimant" | "newTopic">> & {
  claimant?: ClaimantInput | Localized;
  newTopic?: Localized;
};

/** A claim about the cost, released to readers, in a new article unless one is named. */
export async function aClaim(context: Context, fields: ClaimFields = {}) {
  const claim = await anInternalClaim(context, fields);
  await moveClaim(context, claim.id, "release");
  return claim;
}

/** As {@link aClaim}, not released. */
export async function anInternalClaim(context: Context, fields: ClaimFields = {}) {
  const articleId = fields.articleId ?? (await anArticle(context)).id;
  const given = {
    articleId,
    language: "en",
    text: { en: "It cost $6M on 2,000 H800s.", ar: "كلّف $6M على 2,000 وحدة H800." },
    quote: "$6M على 2,000 وحدة H800",
  };
  const make = async () =>
    createClaim(context, newClaimSchema.parse({ ...given, ...fields, ...(await namedIn(fields)) }));
  // Where another one took the name of the claimant or of the topic in between, that one is meant.
  const again = (error: unknown) => (error instanceof AmbiguousNameError ? make() : Promise.reject(error));
  return make().catch(again).catch(again);
}

async function namedIn({ claimant = { en: "DeepSeek", ar: "ديب سيك" }, topics = [], newTopic }: ClaimFields) {
  const known = newTopic && (await knownKey("topic", newTopic));
  return {
    claimant:
      claimant && !("key" in claimant || "names" in claimant) ? await claimantCalled(claimant) : claimant,
    topics: known ? [...topics, known] : topics,
    newTopic: known || !newTopic ? undefined : { names: newTopic },
  };
}

/** The claimant of these names as commands take it: the known one, or the wish to create one. */
export async function claimantCalled(names: Localized): Promise<ClaimantInput> {
  const key = await knownKey("claimant", names);
  return key ? { key } : { names, create: true, distinctFrom: [] };
}

async function knownKey(named: "claimant" | "topic", names: Localized): Promise<string | undefined> {
  return (await findSameNames(db(), named, nameKeysOf(names)))[0]?.key;
}

/** A piece of evidence on the claim; answers its id. */
export async function someEvidence(context: Context, claimId: string, fields: Partial<NewEvidence> = {}) {
  const given = {
    url: "https://arxiv.org/abs/2412.19437",
    title: "DeepSeek-V3 Technical Report",
    publisher: "arXiv",
    publishedOn: "2024-12-27",
    language: "en",
    stance: "refutes",
    accessedOn: "2025-01-15",
    note: { en: "Counts one final run only." },
  };
  return addEvidence(context, newEvidenceSchema.parse({ ...given, ...fields, claimId }));
}

/** A complete verdict for the claim. */
export function aVerdict(claimId: string, fields: Partial<ProposalInput> = {}): ProposalInput {
  return {
    claimId,
    kind: "publication",
    rating: "disputed",
    summary: { en: "The figure leaves out most of the cost." },
    reasons: { en: "The report counts the final training run only." },
    note: {},
    ...fields,
  };
}

/** Proposes and publishes; answers the revision's number. */
export async function published(
  editor: Context,
  publisher: Context,
  verdict: ProposalInput,
): Promise<number> {
  const { id: proposalId, content } = await proposeVerdict(editor, verdict);
  return publishVerdict(publisher, { proposalId, version: 1, content });
}
