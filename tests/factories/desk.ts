import { randomUUID } from "node:crypto";
import { createArticle } from "@/lib/articles/commands";
import { type NewArticle, newArticleSchema } from "@/lib/articles/schema";
import type { Context, Role } from "@/lib/auth/permissions";
import { createClaim } from "@/lib/claims/commands";
import { type NewClaim, newClaimSchema } from "@/lib/claims/schema";
import { moveClaim } from "@/lib/claims/steps";
import { transaction } from "@/lib/db/transaction";
import { addEvidence } from "@/lib/evidence/commands";
import { type NewEvidence, newEvidenceSchema } from "@/lib/evidence/schema";
import { insertPerson } from "@/lib/people/commands";
import { proposeVerdict } from "@/lib/verdicts/proposals";
import { publishVerdict } from "@/lib/verdicts/publish";
import type { ProposalInput } from "@/lib/verdicts/schema";

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

/** A claim about the cost, released to readers, in a new article unless one is named. */
export async function aClaim(context: Context, fields: Partial<NewClaim> = {}) {
  const claim = await anInternalClaim(context, fields);
  await moveClaim(context, claim.id, "release");
  return claim;
}

/** As {@link aClaim}, not released. */
export async function anInternalClaim(context: Context, fields: Partial<NewClaim> = {}) {
  const given = {
    articleId: fields.articleId ?? (await anArticle(context)).id,
    language: "en",
    text: { en: "It cost $6M on 2,000 H800s.", ar: "كلّف $6M على 2,000 وحدة H800." },
    claimant: { en: "DeepSeek", ar: "ديب سيك" },
    quote: "$6M على 2,000 وحدة H800",
  };
  return createClaim(context, newClaimSchema.parse({ ...given, ...fields }));
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
    accessedOn: "2025-05-01",
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
