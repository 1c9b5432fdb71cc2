import { db } from "@/lib/db/client";

const CLAIM = /^\/claims\/([^/]+)(?:\/compare)?$/;
const REVISION = /^\/claims\/([^/]+)\/revisions\/([^/]+)$/;
const ARTICLE = /^\/articles\/([^/]+)$/;

/**
 * Whether a path (without its language prefix, percent-encoded) leads to a claim, a revision or an article that is
 * there. True for every other path: those are for the routes to know.
 */
export async function leadsSomewhere(pathname: string): Promise<boolean> {
  const [, claim] = CLAIM.exec(pathname) ?? [];
  if (claim) return (await db().publicClaim.count({ where: { slug: slugOf(claim) } })) > 0;
  const [, revised, number = ""] = REVISION.exec(pathname) ?? [];
  if (revised) return isRevision(slugOf(revised), number);
  const [, article] = ARTICLE.exec(pathname) ?? [];
  if (article) return (await db().article.count({ where: { slug: slugOf(article) } })) > 0;
  return true;
}

async function isRevision(slug: string, number: string): Promise<boolean> {
  if (!/^[1-9]\d{0,5}$/.test(number)) return false;
  return (await db().revision.count({ where: { claim: { slug }, number: Number(number) } })) > 0;
}

/** A segment that is not valid percent-encoding is nobody's slug. */
function slugOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}
