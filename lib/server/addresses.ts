import { query } from "@/lib/platform/db/query";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { decodePathSegment, otherNormalForms } from "@/lib/text/path-variants";

const CLAIM = /^\/claims\/([^/]+)(?:\/compare)?$/;
const REVISION = /^\/claims\/([^/]+)\/revisions\/([^/]+)$/;
const SLUG_PATH = /^((?:\/desk)?\/(?:claims|articles)\/|\/desk\/(?:claimants|topics)\/)([^/]+)(\/.*)?$/;
const ARTICLE = /^\/articles\/([^/]+)$/;

/**
 * Whether a public claim, revision or article exists at a path (without its language prefix, percent-encoded). True for
 * every other path: the routes decide those.
 */
export async function pathExists(pathname: string): Promise<boolean> {
  const [, claim] = CLAIM.exec(pathname) ?? [];
  if (claim) return exists(sql`SELECT FROM public_claim WHERE slug = ${slugOf(claim)}`);
  const [, revised, number = ""] = REVISION.exec(pathname) ?? [];
  if (revised) return isRevision(slugOf(revised), number);
  const [, article] = ARTICLE.exec(pathname) ?? [];
  if (article) return exists(sql`SELECT FROM public_article WHERE slug = ${slugOf(article)}`);
  return true;
}

/**
 * The path with its slug or key in another Unicode normal form, if something exists there; else null. (A URL copied on a
 * Mac may be in NFD.) Of a desk path that does not exist as spelled, the composed form, unchecked.
 */
export async function findOtherSpelling(pathname: string): Promise<string | null> {
  const [, before = "", segment = "", rest = ""] = SLUG_PATH.exec(pathname) ?? [];
  for (const form of otherNormalForms(segment)) {
    const other = before + form + rest;
    const isThere = before.startsWith("/desk/")
      ? isComposed(form) && !(await existsOnDesk(before, slugOf(segment)))
      : await pathExists(other);
    if (isThere) return other;
  }
  return null;
}

const isComposed = (segment: string) => slugOf(segment) === slugOf(segment).normalize("NFC");

/** Whether a claim or article of the desk has exactly this slug. */
async function existsOnDesk(before: string, slug: string): Promise<boolean> {
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
  const [row] = await query<{ exists: boolean }>(sql`SELECT EXISTS (${rows}) AS exists`);
  return row?.exists === true;
}

/** The slug of a path segment; empty if the segment is not valid percent-encoding or contains NUL. */
function slugOf(segment: string): string {
  const slug = decodePathSegment(segment);
  return slug === null || slug.includes("\0") ? "" : slug;
}
