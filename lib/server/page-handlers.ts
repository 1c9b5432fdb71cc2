import { type LocaleId, localeIds } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { queryRecord, RETRY_AFTER_S } from "@/lib/server/http/responses";
import type { BufferedResponse } from "@/lib/server/response-cache/direct-responses";
import { fillShell, type PageShell, parseShell, shellAddress } from "./page-shell";
import type { SearchParams } from "./table-query";

type PageHandler = (request: Request) => Promise<BufferedResponse>;
type FetchFromNext = (address: string) => Promise<BufferedResponse>;
/** Renders the claim table's content for the query parameters of its URL, as pieces of markup. */
type RenderTable = (
  locale: LocaleId,
  params: SearchParams,
) => Promise<{ markup: string[]; status: 200 | 503 }>;

/**
 * Creates a look-up of the pages that the app server renders itself, by path; it returns null for all others. Next renders
 * the page shell once per language; see docs/decisions/022-claim-table-rendering.md.
 */
export function createPageHandlers(
  fetchFromNext: FetchFromNext,
  render: RenderTable,
): (path: string) => PageHandler | null {
  const shells = new Map<string, Promise<{ shell: PageShell; headers: Headers }>>();
  const shellOf = (path: string) => {
    const known = shells.get(path);
    if (known) return known;
    const rendered = renderShell(path, fetchFromNext);
    shells.set(path, rendered);
    // The next request tries again.
    rendered.catch(() => shells.delete(path));
    return rendered;
  };
  const paths = new Map(localeIds.map((locale) => [localPath("/", locale), locale]));
  return (path) => {
    const locale = paths.get(path);
    if (!locale) return null;
    return async (request) => {
      const { searchParams } = new URL(request.url);
      const [{ markup, status }, { shell, headers }] = await Promise.all([
        render(locale, queryRecord(searchParams)),
        shellOf(path),
      ]);
      const responseHeaders =
        status === 503 ? new Headers([...headers, ["retry-after", String(RETRY_AFTER_S)]]) : headers;
      return { body: fillShell(shell, markup, searchParams), headers: responseHeaders, status };
    };
  };
}

async function renderShell(path: string, fetchFromNext: FetchFromNext) {
  const { body, headers } = await fetchFromNext(shellAddress(path));
  return { shell: parseShell(body.toString()), headers };
}
