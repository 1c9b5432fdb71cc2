import { randomUUID } from "node:crypto";
import { createArticle } from "@/lib/desk/articles/commands";
import { newArticleSchema } from "@/lib/desk/articles/schema";
import type { Actor, Context } from "@/lib/desk/auth/permissions";
import { insertPerson } from "@/lib/desk/people/commands";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { demoArticle } from "./article";
import { demoClaimants } from "./claimants";
import { demoClaims } from "./claims";
import { demoPeople } from "./people";
import { createSteps, type Desk, MINUTE_MS } from "./steps";
import { demoTopics } from "./topics";

const TIMEOUT_MS = 2 * MINUTE_MS;

/**
 * Loads the demo desk into an empty database, in one transaction. It runs the commands of its editors in chronological
 * order, so that its logs and hash chains are those of a real desk.
 */
export async function loadDemo(): Promise<{ articles: number; claims: number }> {
  await transaction(async (tx) => {
    const actors = await addPeople(tx);
    await tx.topic.createMany({ data: demoTopics.map((topic) => ({ id: randomUUID(), ...topic })) });
    await tx.claimant.createMany({
      data: demoClaimants.map((claimant) => ({ id: randomUUID(), ...claimant })),
    });
    const desk = await openDesk(actors);
    const retrieved = Date.parse(demoArticle.retrievedAt);
    const steps = demoClaims.flatMap((claim, index) =>
      createSteps(claim, desk, retrieved + (index + 1) * MINUTE_MS),
    );
    for (const { at, run } of steps.sort((a, b) => a.at - b.at)) await run(new Date(at));
  }, TIMEOUT_MS);
  return { articles: 1, claims: demoClaims.length };
}

async function addPeople(tx: Transaction): Promise<Map<string, Actor>> {
  const context = { now: () => new Date(demoArticle.retrievedAt), newId: randomUUID };
  const actors = new Map<string, Actor>();
  for (const { key, name, role } of demoPeople) {
    const id = await insertPerson(tx, context, { name, role, email: `${key}@demo.example` }, null);
    actors.set(key, { id, name, role });
  }
  return actors;
}

async function openDesk(actors: Map<string, Actor>): Promise<Desk> {
  const as = (key: string, now: Date): Context => {
    const actor = actors.get(key);
    if (!actor) throw new Error(`The demo has no person ${key}.`);
    return { actor, now: () => now, newId: randomUUID };
  };
  const editor = demoPeople.find(({ role }) => role === "editor")?.key ?? "";
  const article = await createArticle(
    as(editor, new Date(demoArticle.retrievedAt)),
    newArticleSchema.parse(demoArticle),
    demoArticle.translation,
  );
  return { articleId: article.id, editor, as, claimIds: new Map() };
}
