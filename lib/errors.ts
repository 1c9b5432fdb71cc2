/** The errors that the sender of a request can act on. */
export type ErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "rate_limited"
  | "unavailable";

/**
 * One error in one field: `path` is the name of the field in the request, `message` says how to correct it. With the message
 * `too_long`, `limit` and `length` are the allowed and the actual length of the text, in code points.
 */
export type ErrorDetail = { path: string; message: string; limit?: number; length?: number };

/**
 * The only error that commands and queries throw on purpose; any other error is a bug.
 * `reason` is a key of the message catalogue (`errors.REASON`), for screens in the reader's language; `message` is in
 * English, for programs.
 */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetail[] = [],
    readonly reason: string = code,
  ) {
    super(message);
  }
}

/** The HTTP status of each error code. */
export const httpStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;
