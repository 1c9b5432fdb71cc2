import { ZodError, type z } from "zod";
import { AppError, type ErrorDetail, httpStatus } from "@/lib/errors";
import { addressErrorMessage, fieldErrorMessage } from "@/lib/i18n/api-error-messages";
import { findDuplicateKey } from "@/lib/text/duplicate-key";
import type { TooLong } from "@/lib/text/fields";
import { readText } from "./body";

/** The Retry-After of an `unavailable` response, in seconds. */
export const RETRY_AFTER_S = 10;

/** Converts an {@link AppError} or a zod error to an {@link AppError}; null for any other error. */
export function toAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) {
    return new AppError("invalid", "The request is not valid.", detailsOf(error));
  }
  return null;
}

function detailsOf({ issues }: { issues: z.core.$ZodIssue[] }): ErrorDetail[] {
  return issues.flatMap((issue) => {
    const branch = issue.code === "invalid_union" ? matchingBranch(issue) : null;
    if (branch)
      return detailsOf({ issues: branch.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) });
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: [...issue.path, key].join("."),
          message: "This name is not known here.",
        }))
      : [{ path: issue.path.join("."), message: messageOf(issue), ...tooLong(issue) }];
  });
}

/** The issues of the only union branch whose fields were sent; null if none or several match. */
function matchingBranch({ errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | null {
  const branches = errors.filter((issues) => issues.every(({ path }) => path.length > 0));
  return branches.length === 1 ? (branches[0] ?? null) : null;
}

/** The message of an issue: a key of the message catalogue, or the English text given in `params.words`. */
function messageOf(issue: z.core.$ZodIssue): string {
  const words = issue.code === "custom" ? issue.params?.words : undefined;
  return typeof words === "string" ? words : issue.message;
}

/** The limit and the length of a text, for a `too_long` issue. */
function tooLong(issue: z.core.$ZodIssue): Partial<TooLong> {
  return issue.code === "custom" && issue.message === "too_long" ? (issue.params ?? {}) : {};
}

/** Returns the details with English messages. Details of a command stay keys: the error's message explains them. */
function withEnglishMessages(details: ErrorDetail[], error: unknown): ErrorDetail[] {
  const words = error instanceof ZodError ? fieldErrorMessage : addressErrorMessage;
  return details.map((detail) => ({ ...detail, message: words(detail.message) }));
}

/** Returns the response to an error: the common error shape with its HTTP status. Logs unexpected errors. */
export function errorResponse(error: unknown): Response {
  const known = toAppError(error);
  if (!known) console.error(error);
  const { code, message, details } = known ?? {
    code: "internal",
    message: "Something went wrong on our side. Try again; the desk's log has the cause.",
    details: [],
  };
  return Response.json(
    { error: { code, message, details: withEnglishMessages(details, error) } },
    {
      status: known ? httpStatus[known.code] : 500,
      headers: {
        "cache-control": "no-store",
        // RFC 9110, 15.5.2: required with every 401.
        ...(code === "unauthenticated" && { "www-authenticate": "Bearer" }),
        ...(code === "unavailable" && { "retry-after": String(RETRY_AFTER_S) }),
      },
    },
  );
}

/** Wraps a route handler so that its errors become {@link errorResponse}s. `P` are the parameters of its path. */
export function route<P = object>(handler: (request: Request, params: P) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      return await handler(request, await params);
    } catch (error) {
      return errorResponse(error);
    }
  };
}

/** Parses the query parameters of a request; a repeated parameter is a list. Throws the zod error. */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.infer<T> {
  return schema.parse(queryRecord(new URL(request.url).searchParams));
}

/**
 * Parses the JSON body of a request. Throws `too_large` above 4 MB; `invalid` if it is not JSON, has a duplicate key, or is
 * not sent as application/json. A form of another site cannot send that type, which prevents CSRF.
 */
export async function readBody(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new AppError("invalid", "Send the input as application/json.", [
      { path: "content-type", message: "must be application/json" },
    ]);
  }
  const text = await readText(request);
  const body = parseBody(text);
  const key = findDuplicateKey(text);
  if (key === null) return body;
  throw new AppError("invalid", `The body has "${key}" twice in one object. Send it once.`, [
    { path: key, message: "must not be repeated" },
  ]);
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The body is not JSON.", [{ path: "", message: "must be JSON" }]);
  }
}

/** Returns query parameters as an object: a string, or a list of strings for a repeated parameter. */
export function queryRecord(params: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}
