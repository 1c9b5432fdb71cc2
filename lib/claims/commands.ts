import { appendEvent, difference } from "@/lib/audit/events";
import { type Action, type Actor, authorize, type Context } from "@/lib/auth/permissions";
import { freeName } from "@/lib/db/free-name";
import { lockClaim, type Transaction, transaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import type { Localized } from "@/lib/i18n/localized";
import { projectClaim } from "@/lib/public/writer";
import { slugify } from "@/lib/text/slug";
import { claimantNamed, topicsOf } from "./names";
import { placeQuote, quoteColumns } from "./places";
import { move, type Transition } from "./rules";
import type { EditedClaim, NewClaim } from "./schema";

/**
 * Makes a claim of words of an article's newest version; answers its id and slug.
 * Throws `not_found` without the article, `invalid` on `quote` where the words are not in it.
 */
export async function createClaim(context: Context, input: NewClaim): Promise<{ id: string; slug: string }> {
  const actor = authorize(context, "claim.create");
  return transaction(async (tx) => {
    const version = await tx.articleVersion.findFirst({
      where: { articleId: input.articleId },
      orderBy: { number: "desc" },
    });
    if (!version) throw new AppError("not_found", "There is no such article.");
    const quote = placeQuote(version.text, input.quote, input.quoteStart);
    const [id, now] = [context.newId(), context.now()];
    const wanted = input.slug ?? slugify(input.text.en ?? input.text.ar ?? "");
    const slug = await freeName(tx, wanted, (name) => tx.claim.count({ where: { slug: name } }));
    const words = wordsOf(input);
    await tx.claim.create({
      data: {
        id,
        slug,
        text: words.text,
        language: input.language,
        claimedOn: input.claimedOn,
        claimantId: await claimantNamed(tx, input.claimant, context.newId),
        createdAt: now,
        createdById: actor.id,
        updatedAt: now,
        translations: { create: words.translations },
        topics: {
          create: (await topicsOf(tx, input.topics, input.newTopic, context.newId)).map((topicId) => ({
            topicId,
          })),
        },
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
    const { articleId, ...to } = input;
    await appendEvent(tx, actor, now, {
      action: "claim.create",
      entity: "claim",
      entityId: id,
      to: { ...to, articleId, quote },
    });
    await projectClaim(tx, id);
    return { id, slug };
  });
}

/**
 * Saves the fields of a claim; answers its new version.
 * Throws `conflict` when somebody saved since `input.version` was read, `invalid` as {@link createClaim} does.
 */
export async function editClaim(context: Context, input: EditedClaim): Promise<number> {
  const actor = authorize(context, "claim.edit");
  return transaction(async (tx) => {
    await lockClaim(tx, input.claimId);
    const before = await stateOf(tx, input.claimId);
    if (before.version !== input.version) {
      throw new AppError("conflict", "Somebody else saved this claim after you opened it.", [], "edited");
    }
    const now = context.now();
    const words = wordsOf(input);
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
        claimantId: await claimantNamed(tx, input.claimant, context.newId),
        updatedAt: now,
        translations: { create: words.translations },
        topics: {
          create: (await topicsOf(tx, input.topics, input.newTopic, context.newId)).map((topicId) => ({
            topicId,
          })),
        },
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

/** Gives the claim to a person of the desk, or to nobody. Throws `not_found` for a person who cannot work on it. */
export async function assignClaim(context: Context, claimId: string, personId: string | null): Promise<void> {
  const assign = async (tx: Transaction) => {
    if (!personId) return { assigneeId: null };
    const person = await tx.person.findFirst({
      where: { id: personId, active: true, role: { not: "reader" } },
    });
    if (!person) throw new AppError("not_found", "There is no such person at this desk.", [], "no_person");
    return { assigneeId: person.id };
  };
  await change(context, claimId, "claim.assign", async (tx, claim) => ({
    ...(await assign(tx)),
    stage:
      claim.stage === "inbox" || claim.stage === "assigned" ? (personId ? "assigned" : "inbox") : claim.stage,
  }));
}

/**
 * Takes a step that only moves the claim: starting the review, archiving, restoring.
 * Throws `conflict` where the claim's stage does not allow it.
 */
export async function moveClaim(
  context: Context,
  claimId: string,
  transition: Extract<Transition, "review" | "archive" | "restore">,
): Promise<void> {
  const action: Action = transition === "review" ? "claim.edit" : "claim.archive";
  await change(context, claimId, action, async (tx, claim, actor) => {
    const revisions = await tx.revision.count({ where: { claimId } });
    if (transition === "archive" && revisions > 0) {
      throw new AppError(
        "conflict",
        "A published claim stays public; retract it instead.",
        [],
        "published_stays",
      );
    }
    const assigneeId = transition === "review" ? (claim.assigneeId ?? actor.id) : claim.assigneeId;
    return { stage: move(claim.stage, transition, revisions), assigneeId };
  });
}

type Movable = { stage: Parameters<typeof move>[0]; assigneeId: string | null };

async function change(
  context: Context,
  claimId: string,
  action: Action,
  next: (tx: Transaction, claim: Movable, actor: Actor) => Promise<Partial<Movable>>,
): Promise<void> {
  const actor = authorize(context, action);
  await transaction(async (tx) => {
    await lockClaim(tx, claimId);
    const claim = await tx.claim.findUnique({
      where: { id: claimId },
      select: { stage: true, assigneeId: true },
    });
    if (!claim) throw new AppError("not_found", "There is no such claim.");
    const { from, to, changed } = difference<Movable>(claim, await next(tx, claim, actor));
    if (changed.length === 0) return;
    await tx.claim.update({ where: { id: claimId }, data: { ...to, updatedAt: context.now() } });
    await appendEvent(tx, actor, context.now(), { action, entity: "claim", entityId: claimId, from, to });
    await projectClaim(tx, claimId);
  });
}

function wordsOf({ text, language }: { text: Localized; language: keyof Localized }) {
  const others: Array<[string, string]> = Object.entries(text).filter(([id]) => id !== language);
  return {
    text: text[language] ?? "",
    translations: others.map(([id, words]) => ({ language: id, text: words })),
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
      text: {
        [claim.language]: claim.text,
        ...Object.fromEntries(claim.translations.map((t) => [t.language, t.text])),
      },
      language: claim.language,
      claimant: claim.claimant.key,
      claimedOn: claim.claimedOn,
      topics: claim.topics.map(({ topic }) => topic.key),
      quote: source?.quoteExact ?? null,
    },
  };
}

type Source = NonNullable<Awaited<ReturnType<typeof stateOf>>["source"]>;

async function moveQuote(tx: Transaction, source: Source, input: EditedClaim): Promise<void> {
  if (!source.articleVersion || (source.quoteExact === input.quote && input.quoteStart === undefined)) return;
  const quote = placeQuote(source.articleVersion.text, input.quote, input.quoteStart);
  await tx.appearance.update({ where: { id: source.id }, data: quoteColumns(quote) });
}
