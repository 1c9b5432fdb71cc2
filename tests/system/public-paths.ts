import { anArticle, anInternalClaim } from "@/tests/factories/desk";
import { pageRights, routeRights } from "./permissions-table";
import type { Member } from "./staff";

/** Unique words of the hidden claim in both languages, its claimant, and its article's title and text. */
const marks = {
  en: "Zephyrine",
  ar: "زفيرين",
  claimant: "Quagmire",
  title: "Xylograph",
  text: "Pneumatic",
};

/** Creates an internal claim, the only one of its article. */
export async function createHiddenClaim({ context: editor }: Member) {
  const article = await anArticle(editor, {
    title: `The ${marks.title}`,
    language: "en",
    text: `A ${marks.text} saying: there are seventy zeppelins.`,
  });
  const claim = await anInternalClaim(editor, {
    articleId: article.id,
    text: { en: `${marks.en} has seventy zeppelins.`, ar: `${marks.ar} لديها سبعون منطادًا.` },
    claimant: { en: `Madam ${marks.claimant}` },
    quote: "there are seventy zeppelins",
  });
  return { article, claim };
}

/**
 * All paths that a visitor can fetch: each page in both languages and each route, also searched for the
 * marks.
 */
export function publicPaths({ article, claim }: Awaited<ReturnType<typeof createHiddenClaim>>): string[] {
  const pages = Object.entries(pageRights).flatMap(([page, right]) =>
    right === "everybody" ? [page, `/ar${page === "/" ? "" : page}`] : [],
  );
  const routes = Object.entries(routeRights).flatMap(([door, right]) =>
    right === "everybody" && door.startsWith("GET ") ? [door.slice("GET ".length)] : [],
  );
  const filled = [...pages, ...routes].map((pattern) =>
    pattern
      .replace("[slug]", encodeURIComponent(pattern.includes("/articles/") ? article.slug : claim.slug))
      .replace("[number]", "1")
      .replace("[token]", "x")
      .replace("[...path]", "nothing"),
  );
  const searched = ["/", "/ar", "/api/v1/claims", "/api/v1/suggestions", "/api/v1/verdicts.json"].flatMap(
    (path) =>
      Object.values(marks).map(
        (q) => `${path}?${new URLSearchParams({ q, ...(path.includes("sugg") && { locale: "en" }) })}`,
      ),
  );
  const filtered = ["/", "/api/v1/claims", "/api/v1/verdicts.json", "/api/v1/verdicts.ndjson"].flatMap(
    (path) => [`${path}?status=unchecked`, `${path}?article=${article.slug}`],
  );
  return [...filled, ...searched, ...filtered];
}

/** The marks in a response, except those of the request itself. */
export function marksIn(body: string, address: string): string[] {
  const asked = decodeURIComponent(address.replaceAll("+", " ")).toLowerCase();
  return Object.values(marks).filter((mark) => !asked.includes(mark.toLowerCase()) && body.includes(mark));
}
