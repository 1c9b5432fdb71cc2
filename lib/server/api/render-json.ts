import { errorResponse, route } from "@/lib/server/http/responses";
import { encodeUtf8 } from "@/lib/server/http/utf8";
import type { BufferedResponse } from "@/lib/server/response-cache/direct-responses";

/** Returns the text of a JSON document in pieces, or a redirect to it. `P` are the parameters of its path. */
export type RenderJson<P = object> = (request: Request, params: P) => Promise<string[] | Response>;

const TYPE = { "content-type": "application/json" };

/** A Next route handler that responds with a JSON document. */
export function jsonRoute<P = object>(json: RenderJson<P>) {
  return route<P>(async (request, params) => {
    const result = await json(request, params);
    return result instanceof Response ? result : new Response(result.join(""), { headers: TYPE });
  });
}

/** A handler outside Next that responds with a JSON document: buffered, or a `Response` for redirects and errors. */
export function directJsonHandler<P>(json: RenderJson<P>, params: P) {
  return async (request: Request): Promise<Response | BufferedResponse> => {
    try {
      const result = await json(request, params);
      if (result instanceof Response) return result;
      return { headers: new Headers(TYPE), body: encodeUtf8(result) };
    } catch (error) {
      return errorResponse(error);
    }
  };
}
