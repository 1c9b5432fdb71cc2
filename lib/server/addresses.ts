import { query } from "@/lib/platform/db/query";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { decodedSegment, otherForms } from "@/lib/text/own-path";

const CLAIM = /^\/claims\/([^/]+)(?:\/compare)?$/;
const REVISION = /^\/claims\/([^/]+)\/revisions\/([^/]+)$/;
const OURS = /^((?:\/desk)?\/(?:claims|articles)\/|\/desk\/(?:claimants|topics)\/)([^/]+)(\/.*)?$/;
const ARTICLE = /^\/articles\/([^/]+)$/;

/**
 * Whether a path (without its language prefix, percent-encoded) leads to a public claim, a revision or a public
 * article. True for every other path: those are for the routes to know.
 */
export async function leadsSomewhere(pathname: string): Promise<boolean> {
  const [, claim] = CLAIM.exec(pathname) ?? [];
  if (claim) return exists(sql`SELECT FROM public_claim WHERE slug = ${slugOf(claim)}`);
  const [, revised, number = ""] = REVISION.exec(pathname) ?? [];
  if (revised) return isRevision(slugOf(revised), number);
  const [, article] = ARTICLE.exec(pathname) ?? [];
  if (article) return exists(sql`SELECT FROM public_article WHERE slug = ${slugOf(article)}`);
  return true;
}

/**
 * The path under which another Unicode normal form of its slug or key is found (an address copied on a Mac may be in NFD);
 * null where there is none. What the desk has is not told apart: a path of the desk leads to the composed form.
 */
export async function otherSpelling(pathname: string): Promise<string | null> {
  const [, before = "", segment = "", rest = ""] = OURS.exec(pathname) ?? [];
  for (const form of otherForms(segment)) {
    const other = before + form + rest;
    const isThere = before.startsWith("/desk/")
      ? isComposed(form) && !(await isAtDesk(before, slugOf(segment)))
      : await leadsSomewhere(other);
    if (isThere) return other;
  }
  return null;
}

const isComposed = (segment: string) => slugOf(segment) === slugOf(segment).normalize("NFC");

/** Whether the desk has something whose address is spelled exactly so. */
async function isAtDesk(before: string, slug: string): Promise<boolean> {
  if (before === "/desk/claims/") return exists(sql`SELECT FROM claim WHERE slug = ${slug}`);
  if (before === "/desk/articles/") return exists(sql`SELECT FROM article WHERE slug = ${slug}`);
  return false;
}

async function isRevision(slug: string, number: string): Promise<boolean> {
  if (!/^[1-9]\d{0,5}$/.test(number)) return false;
  return exists(
    sql`SELECT FROM revision JOIN claim ON claim.id = claim_id WHERE slug = ${slug} AND number = ${Number(number)}`,
  );
}

async function exists(rows: Sql): Promise<boolean> {
  const [row] = await query<{ found: boolean }>(sql`SELECT EXISTS (${rows}) AS found`);
  return row?.found === true;
}

/** A segment that is not valid percent-encoding, or that PostgreSQL could not hold, is nobody's slug. */
function slugOf(segment: string): string {
  const slug = decodedSegment(segment);
  return slug === null || slug.includes("\0") ? "" : slug;
}
