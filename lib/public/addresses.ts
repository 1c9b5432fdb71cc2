import { prepared } from "@/lib/db/prepared";
import { otherForms } from "@/lib/text/own-path";

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
  if (claim) return exists("SELECT FROM public_claim WHERE slug = $1", [slugOf(claim)]);
  const [, revised, number = ""] = REVISION.exec(pathname) ?? [];
  if (revised) return isRevision(slugOf(revised), number);
  const [, article] = ARTICLE.exec(pathname) ?? [];
  if (article) return exists("SELECT FROM public_article WHERE slug = $1", [slugOf(article)]);
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
  if (before === "/desk/claims/") return exists("SELECT FROM claim WHERE slug = $1", [slug]);
  if (before === "/desk/articles/") return exists("SELECT FROM article WHERE slug = $1", [slug]);
  return false;
}

async function isRevision(slug: string, number: string): Promise<boolean> {
  if (!/^[1-9]\d{0,5}$/.test(number)) return false;
  const revision = "SELECT FROM revision JOIN claim ON claim.id = claim_id WHERE slug = $1 AND number = $2";
  return exists(revision, [slug, Number(number)]);
}

async function exists(query: string, values: Array<string | number>): Promise<boolean> {
  const [row] = await prepared<{ found: boolean }>(`SELECT EXISTS (${query}) AS found`, values);
  return row?.found === true;
}

/** A segment that is not valid percent-encoding, or that PostgreSQL could not hold, is nobody's slug. */
function slugOf(segment: string): string {
  try {
    const slug = decodeURIComponent(segment);
    return slug.includes("\0") ? "" : slug;
  } catch {
    return "";
  }
}
