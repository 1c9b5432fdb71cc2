import { quoteColumns } from "@/lib/desk/articles/quote-columns";
import { appendEvent, diffFields } from "@/lib/desk/audit/events";
import { rejectFutureDates } from "@/lib/desk/auth/desk-date";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { type NamingContext, resolveClaimant, resolveTopics } from "@/lib/desk/claims/named-entities/resolve";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type Texts, textsByLanguage } from "@/lib/i18n/localized";
import { lockArticle, lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { uniqueName } from "@/lib/platform/db/unique-name";
import { projectClaim } from "@/lib/public/projection/write";
import { slugify } from "@/lib/text/slug";
import { locateQuote } from "./locate-quote";
import type { EditedClaim, NewClaim } from "./schema";

/**
 * Creates a claim that quotes the newest version of an article. Returns its id and slug. Throws `not_found`
 * without the article, `conflict` if it is archived or, with candidates, if the name of the claimant or new
 * topic is ambiguous, `invalid` on `quote` if the words are not in the text.
 */
export async function createClaim(context: Context, input: NewClaim): Promise<{ id: string; slug: string }> {
  const actor = authorize(context, "claim.create");
  rejectFutureDates(context, { claimedOn: input.claimedOn });
  return transaction(async (tx) => {
    await lockArticle(tx, input.articleId);
    const version = await tx.articleVersion.findFirst({
      where: { articleId: input.articleId },
      orderBy: { number: "desc" },
    });
    if (!version) throw new AppError("not_found", "There is no such article.");
    const quote = locateQuote(version.text, input.quote, selectedAt(input));
    const [id, now] = [context.newId(), context.now()];
    const wanted = input.slug ?? slugify(input.text.en ?? input.text.ar ?? input.text[input.language] ?? "");
    const slug = await uniqueName(tx, wanted, "claim");
    const words = splitTexts(input);
    const named = await resolveEntities({ tx, context, actor }, input);
    await tx.claim.create({
      data: {
        id,
        slug,
        text: words.text,
        language: input.language,
        claimedOn: input.claimedOn,
        releasedAt: env().NEW_CLAIMS === "released" ? now : null,
        claimantId: named.claimantId,
        createdAt: now,
        createdById: actor.id,
        updatedAt: now,
        translations: { create: words.translations },
        topics: named.topics,
        appearances: {
          create: {
            id: context.newId(),
            position: 0,
            articleVersionId: version.id,
            createdAt: now,
            ...quoteColumns(quote),
          },
        },
      },
    });
    const { articleId, newTopic: _created, ...to } = input;
    await appendEvent(tx, actor, now, {
      action: "claim.create",
      entity: "claim",
      entityId: id,
      to: { ...to, ...named.logged, articleId, quote },
    });
    await projectClaim(tx, id);
    return { id, slug };
  });
}

/**
 * Saves the fields of a claim. Returns its new version. Throws `conflict` if somebody saved since
 * `input.version` or the claim is archived, and else as {@link createClaim}.
 */
export async function editClaim(context: Context, input: EditedClaim): Promise<number> {
  const actor = authorize(context, "claim.edit");
  rejectFutureDates(context, { claimedOn: input.claimedOn });
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const before = await loadState(tx, input.claimId);
    if (before.version !== input.version) {
      throw new AppError("conflict", "Somebody else saved this claim after you opened it.", [], "edited");
    }
    const now = context.now();
    const words = splitTexts(input);
    const named = await resolveEntities({ tx, context, actor }, input);
    if (before.source) await updateQuote(tx, before.source, input);
    await tx.claimTranslation.deleteMany({ where: { claimId: input.claimId } });
    await tx.claimTopic.deleteMany({ where: { claimId: input.claimId } });
    await tx.claim.update({
      where: { id: input.claimId },
      data: {
        version: { increment: 1 },
        text: words.text,
        language: input.language,
        claimedOn: input.claimedOn,
        claimantId: named.claimantId,
        updatedAt: now,
        translations: { create: words.translations },
        topics: named.topics,
      },
    });
    const after = await loadState(tx, input.claimId);
    await appendEvent(tx, actor, now, {
      action: "claim.edit",
      entity: "claim",
      entityId: input.claimId,
      ...diffFields(before.logged, after.logged),
    });
    await projectClaim(tx, input.claimId);
    return after.version;
  });
}

/** Resolves the claimant and topics of a claim: their ids, and their keys for the event log. */
async function resolveEntities(
  naming: NamingContext,
  { claimant, topics, newTopic }: NewClaim | EditedClaim,
) {
  const chosen = claimant && (await resolveClaimant(naming, claimant));
  const about = await resolveTopics(naming, topics, newTopic);
  return {
    claimantId: chosen?.id ?? null,
    topics: { create: about.map(({ id }) => ({ topicId: id })) },
    logged: { claimant: chosen?.key ?? null, topics: about.map(({ key }) => key) },
  };
}

function splitTexts({ text, language }: { text: Texts; language: string }) {
  return {
    text: text[language] ?? "",
    translations: Object.entries(text).flatMap(([id, words]) =>
      id === language || !words ? [] : [{ language: id, text: words }],
    ),
  };
}

async function loadState(tx: Transaction, claimId: string) {
  const claim = await tx.claim.findUnique({
    where: { id: claimId },
    include: {
      claimant: true,
      translations: { orderBy: { language: "asc" } },
      topics: { include: { topic: true }, orderBy: { topicId: "asc" } },
      appearances: { where: { position: 0 }, include: { articleVersion: true } },
    },
  });
  if (!claim) throw new AppError("not_found", "There is no such claim.");
  const source = claim.appearances[0];
  return {
    version: claim.version,
    source,
    logged: {
      text: textsByLanguage(claim),
      language: claim.language,
      claimant: claim.claimant?.key ?? null,
      claimedOn: claim.claimedOn,
      topics: claim.topics.map(({ topic }) => topic.key),
      quote: source?.quoteExact ?? null,
    },
  };
}

type Source = NonNullable<Awaited<ReturnType<typeof loadState>>["source"]>;

/** The start of the selection, if the words were selected. */
function selectedAt({ quoteStart }: { quoteStart?: number }) {
  return quoteStart === undefined ? undefined : { start: quoteStart };
}

/**
 * Updates the quote within the version that it was captured in; {@link reanchorQuote} moves it to the newest
 * one.
 */
async function updateQuote(tx: Transaction, source: Source, input: EditedClaim): Promise<void> {
  if (!source.articleVersion || (source.quoteExact === input.quote && input.quoteStart === undefined)) return;
  const known =
    source.quoteStart === null ? undefined : { start: source.quoteStart, end: source.quoteEnd ?? undefined };
  const quote = locateQuote(source.articleVersion.text, input.quote, selectedAt(input) ?? known);
  await tx.appearance.update({ where: { id: source.id }, data: quoteColumns(quote) });
}
