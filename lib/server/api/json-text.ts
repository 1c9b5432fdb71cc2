import { errorAnswer, route } from "@/lib/server/http/answers";
import { utf8Of } from "@/lib/server/http/utf8";
import type { WholeAnswer } from "@/lib/server/response-cache/direct";

/**
 * Answers a request with the text of a JSON document, in pieces, or with a redirect to it. `P` are the parameters of its
 * address.
 */
export type JsonText<P = object> = (request: Request, params: P) => Promise<string[] | Response>;

const TYPE = { "content-type": "application/json" };

/** Next's route of a document. */
export function jsonRoute<P = object>(json: JsonText<P>) {
  return route<P>(async (request, params) => {
    const answer = await json(request, params);
    return answer instanceof Response ? answer : new Response(answer.join(""), { headers: TYPE });
  });
}

/** The same without Next, and without a Response but for errors. */
export function jsonAnswer<P>(json: JsonText<P>, params: P) {
  return async (request: Request): Promise<Response | WholeAnswer> => {
    try {
      const answer = await json(request, params);
      if (answer instanceof Response) return answer;
      return { headers: new Headers(TYPE), body: utf8Of(answer) };
    } catch (error) {
      return errorAnswer(error);
    }
  };
}
