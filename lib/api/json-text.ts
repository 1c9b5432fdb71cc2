import type { WholeAnswer } from "@/lib/front/direct";
import { errorAnswer, route } from "@/lib/web/answers";
import { utf8Of } from "@/lib/web/utf8";

/** Answers a request with the text of a JSON document, in pieces. `P` are the parameters of its address. */
export type JsonText<P = object> = (request: Request, params: P) => Promise<string[]>;

const TYPE = { "content-type": "application/json" };

/** Next's route of a document. */
export function jsonRoute<P = object>(json: JsonText<P>) {
  return route<P>(
    async (request, params) => new Response((await json(request, params)).join(""), { headers: TYPE }),
  );
}

/** The same without Next, and without a Response but for errors. */
export function jsonAnswer<P>(json: JsonText<P>, params: P) {
  return async (request: Request): Promise<Response | WholeAnswer> => {
    try {
      return { headers: new Headers(TYPE), body: utf8Of(await json(request, params)) };
    } catch (error) {
      return errorAnswer(error);
    }
  };
}
