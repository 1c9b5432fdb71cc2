import { ZodError, type z } from "zod";
import { AppError, type ErrorDetail, httpStatus } from "@/lib/errors";
import { addressWords, ruleWords } from "@/lib/i18n/address-words";
import type { TooLong } from "@/lib/text/fields";
import { repeatedName } from "@/lib/text/repeated-name";
import { readText } from "./body";

/** How long to wait before asking again for what is not available, in seconds. */
export const RETRY_AFTER_S = 10;

/** Anything that was thrown as an {@link AppError}; null for a fault of ours. */
export function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) {
    return new AppError("invalid", "The request is not valid.", detailsOf(error));
  }
  return null;
}

function detailsOf({ issues }: { issues: z.core.$ZodIssue[] }): ErrorDetail[] {
  return issues.flatMap((issue) => {
    const meant = issue.code === "invalid_union" ? meantBranch(issue) : null;
    if (meant)
      return detailsOf({ issues: meant.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) });
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: [...issue.path, key].join("."),
          message: "This name is not known here.",
        }))
      : [{ path: issue.path.join("."), message: wordsOf(issue), ...tooLong(issue) }];
  });
}

/** The issues of the one form of a union whose own fields were given; null where that is not clear. */
function meantBranch({ errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | null {
  const meant = errors.filter((issues) => issues.every(({ path }) => path.length > 0));
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** Our rules speak in keys of the catalogue; some have the words for programs beside them. */
function wordsOf(issue: z.core.$ZodIssue): string {
  const words = issue.code === "custom" ? issue.params?.words : undefined;
  return typeof words === "string" ? words : issue.message;
}

/** How long a text may be and is, where that is what an issue is about. */
function tooLong(issue: z.core.$ZodIssue): Partial<TooLong> {
  return issue.code === "custom" && issue.message === "too_long" ? (issue.params ?? {}) : {};
}

/** The details in English. A command's own details stay keys: its message has the words. */
function inWords(details: ErrorDetail[], error: unknown): ErrorDetail[] {
  const words = error instanceof ZodError ? ruleWords : addressWords;
  return details.map((detail) => ({ ...detail, message: words(detail.message) }));
}

/** The one shape of an error, with the status that belongs to it. */
export function errorAnswer(error: unknown): Response {
  const known = asAppError(error);
  if (!known) console.error(error);
  const { code, message, details } = known ?? {
    code: "internal",
    message: "Something went wrong on our side. Try again; the desk's log has the cause.",
    details: [],
  };
  return Response.json(
    { error: { code, message, details: inWords(details, error) } },
    {
      status: known ? httpStatus[known.code] : 500,
      headers: {
        "cache-control": "no-store",
        // RFC 9110 asks for it with every 401.
        ...(code === "unauthenticated" && { "www-authenticate": "Bearer" }),
        ...(code === "unavailable" && { "retry-after": String(RETRY_AFTER_S) }),
      },
    },
  );
}

/** A route handler whose errors are answered in the one shape. `P` are the parameters of its address. */
export function route<P = object>(handler: (request: Request, params: P) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      return await handler(request, await params);
    } catch (error) {
      return errorAnswer(error);
    }
  };
}

/** Reads the parameters of an address: a parameter that stands several times is a list. Throws the zod error. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  return schema.parse(queryRecord(new URL(request.url).searchParams));
}

/**
 * The JSON of a request. Throws `too_large` above 4 MB, and `invalid` where it is none, has a name twice in one object, or
 * is sent as something else: a form of a foreign site can not send this type, so a person's cookie is of no use to it.
 */
export async function readBody(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("invalid", "Send the input as application/json.", [
      { path: "content-type", message: "must be application/json" },
    ]);
  }
  const text = await readText(request);
  const body = parseBody(text);
  const name = repeatedName(text);
  if (name === null) return body;
  throw new AppError("invalid", `The body has "${name}" twice in one object. Send it once.`, [
    { path: name, message: "must stand once" },
  ]);
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The body is not JSON.", [{ path: "", message: "must be JSON" }]);
  }
}

/** The parameters as zod reads them: text, or a list of texts. */
export function queryRecord(params: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}
