import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { GET as feed } from "@/app/[locale]/(public)/corrections/feed.json/route";
import { GET as claim } from "@/app/api/v1/claims/[slug]/route";
import { GET as claims } from "@/app/api/v1/claims/route";
import { GET as entries } from "@/app/api/v1/log/entries/route";
import { GET as head } from "@/app/api/v1/log/route";
import { GET as lines } from "@/app/api/v1/verdicts.ndjson/route";

type Handler = (request: Request) => Promise<Response>;

/** What of a desk a check reads, by path. */
function handlerOf(path: string): Handler | null {
  const slug = /^\/api\/v1\/claims\/([^/]+)$/.exec(path)?.[1];
  const with$ = <P>(
    get: (request: Request, given: { params: Promise<P> }) => Promise<Response>,
    params: P,
  ) => {
    return (request: Request) => get(request, { params: Promise.resolve(params) });
  };
  if (slug) return with$(claim, { slug: decodeURIComponent(slug) });
  const handlers: Record<string, Handler> = {
    "/api/v1/log": with$(head, {}),
    "/api/v1/log/entries": with$(entries, {}),
    "/api/v1/claims": with$(claims, {}),
    "/api/v1/verdicts.ndjson": with$(lines, {}),
    "/corrections/feed.json": with$(feed, { locale: "en" }),
  };
  return handlers[path] ?? null;
}

/** The desk of this test's database over HTTP, as far as a check reads it. `before` may answer instead. */
export async function serveDesk(
  before: (path: string) => Response | Promise<void> | null = () => null,
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const url = `https://desk.example${request.url}`;
    const path = new URL(url).pathname;
    const instead = await before(path);
    const answer =
      instead ?? (await handlerOf(path)?.(new Request(url))) ?? new Response("", { status: 404 });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
