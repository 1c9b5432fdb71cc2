import { quoteColumns } from "@/lib/desk/articles/quotes";
import { appendEvent, difference } from "@/lib/desk/audit/events";
import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { refuseFuture } from "@/lib/desk/auth/today";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type Texts, textsOf } from "@/lib/i18n/localized";
import { freeName } from "@/lib/platform/db/free-name";
import { lockArticle, lockClaim, type Transaction, transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { slugify } from "@/lib/text/slug";
import { chooseClaimant, chooseTopics, type Naming } from "./named/choose";
import { placeQuote } from "./places";
import type { EditedClaim, NewClaim } from "./schema";

/**
 * Makes a claim of words of an article's newest version; answers its id and slug.
 * Throws `not_found` without the article, `conflict` where it is archived and, with the candidates, where the claimant or
 * the new topic is called like others, `invalid` on `quote` where the words are not in it.
 */
export async function createClaim(context: Context, input: NewClaim): Promise<{ id: string; slug: string }> {
  const actor = authorize(context, "claim.create");
  refuseFuture(context, { claimedOn: input.claimedOn });
  return transaction(async (tx) => {
    await lockArticle(tx, input.articleId);
    const version = await tx.articleVersion.findFirst({
      where: { articleId: input.articleId },
      orderBy: { number: "desc" },
    });
    if (!version) throw new AppError("not_found", "There is no such article.");
    const quote = placeQuote(version.text, input.quote, selectedAt(input));
    const [id, now] = [context.newId(), context.now()];
    const wanted = input.slug ?? slugify(input.text.en ?? input.text.ar ?? input.text[input.language] ?? "");
    const slug = await freeName(tx, wanted, "claim");
    const words = wordsOf(input);
    const named = await namedBy({ tx, context, actor }, input);
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
 * Saves the fields of a claim; answers its new version.
 * Throws `conflict` when somebody saved since `input.version` was read or the claim is archived, `invalid` as {@link createClaim} does.
 */
export async function editClaim(context: Context, input: EditedClaim): Promise<number> {
  const actor = authorize(context, "claim.edit");
  refuseFuture(context, { claimedOn: input.claimedOn });
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const before = await stateOf(tx, input.claimId);
    if (before.version !== input.version) {
      throw new AppError("conflict", "Somebody else saved this claim after you opened it.", [], "edited");
    }
    const now = context.now();
    const words = wordsOf(input);
    const named = await namedBy({ tx, context, actor }, input);
    if (before.source) await moveQuote(tx, before.source, input);
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
    const after = await stateOf(tx, input.claimId);
    await appendEvent(tx, actor, now, {
      action: "claim.edit",
      entity: "claim",
      entityId: input.claimId,
      ...difference(before.logged, after.logged),
    });
    await projectClaim(tx, input.claimId);
    return after.version;
  });
}

/** The claimant and topics of a claim: their rows, and how the log names them. */
async function namedBy(naming: Naming, { claimant, topics, newTopic }: NewClaim | EditedClaim) {
  const chosen = claimant && (await chooseClaimant(naming, claimant));
  const about = await chooseTopics(naming, topics, newTopic);
  return {
    claimantId: chosen?.id ?? null,
    topics: { create: about.map(({ id }) => ({ topicId: id })) },
    logged: { claimant: chosen?.key ?? null, topics: about.map(({ key }) => key) },
  };
}

function wordsOf({ text, language }: { text: Texts; language: string }) {
  return {
    text: text[language] ?? "",
    translations: Object.entries(text).flatMap(([id, words]) =>
      id === language || !words ? [] : [{ language: id, text: words }],
    ),
  };
}

async function stateOf(tx: Transaction, claimId: string) {
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
      text: textsOf(claim),
      language: claim.language,
      claimant: claim.claimant?.key ?? null,
      claimedOn: claim.claimedOn,
      topics: claim.topics.map(({ topic }) => topic.key),
      quote: source?.quoteExact ?? null,
    },
  };
}

type Source = NonNullable<Awaited<ReturnType<typeof stateOf>>["source"]>;

/** Where the words were selected, if they were. */
function selectedAt({ quoteStart }: { quoteStart?: number }) {
  return quoteStart === undefined ? undefined : { start: quoteStart };
}

/** The quote stays in the version that it was captured in, and is corrected there; see {@link reanchorQuote}. */
async function moveQuote(tx: Transaction, source: Source, input: EditedClaim): Promise<void> {
  if (!source.articleVersion || (source.quoteExact === input.quote && input.quoteStart === undefined)) return;
  const known =
    source.quoteStart === null ? undefined : { start: source.quoteStart, end: source.quoteEnd ?? undefined };
  const quote = placeQuote(source.articleVersion.text, input.quote, selectedAt(input) ?? known);
  await tx.appearance.update({ where: { id: source.id }, data: quoteColumns(quote) });
}
