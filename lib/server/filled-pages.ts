import { type LocaleId, localeIds } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import { queryRecord, RETRY_AFTER_S } from "@/lib/server/http/answers";
import type { WholeAnswer } from "@/lib/server/response-cache/direct";
import { cutFrame, type Frame, fillFrame, frameAddress } from "./page-shell";
import type { SearchParams } from "./table-query";

type Answer = (request: Request) => Promise<WholeAnswer>;
type AskNext = (address: string) => Promise<WholeAnswer>;
/** Renders the claim table's content for the parameters of its address, as pieces of markup. */
type RenderTable = (
  locale: LocaleId,
  params: SearchParams,
) => Promise<{ markup: string[]; status: 200 | 503 }>;

/**
 * The pages that the program that listens fills in itself, by their path; null for all others. Next draws what stands
 * around the content, once for each language; see docs/decisions/022-the-table-is-filled-in-before-next.md.
 */
export function filledPages(askNext: AskNext, render: RenderTable): (path: string) => Answer | null {
  const frames = new Map<string, Promise<{ frame: Frame; headers: Headers }>>();
  const frameOf = (path: string) => {
    const known = frames.get(path);
    if (known) return known;
    const drawn = drawFrame(path, askNext);
    frames.set(path, drawn);
    // Whoever asks next has it tried again.
    drawn.catch(() => frames.delete(path));
    return drawn;
  };
  const paths = new Map(localeIds.map((locale) => [localPath("/", locale), locale]));
  return (path) => {
    const locale = paths.get(path);
    if (!locale) return null;
    return async (request) => {
      const { searchParams } = new URL(request.url);
      const [{ markup, status }, { frame, headers }] = await Promise.all([
        render(locale, queryRecord(searchParams)),
        frameOf(path),
      ]);
      const sent =
        status === 503 ? new Headers([...headers, ["retry-after", String(RETRY_AFTER_S)]]) : headers;
      return { body: fillFrame(frame, markup, searchParams), headers: sent, status };
    };
  };
}

async function drawFrame(path: string, askNext: AskNext) {
  const { body, headers } = await askNext(frameAddress(path));
  return { frame: cutFrame(body.toString()), headers };
}
