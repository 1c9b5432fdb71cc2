/** The ways a request can fail that its sender can do something about. */
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
 * One thing wrong with one field: `path` names the field as the sender knows it, `message` the way out. Where the message
 * is `too_long`, `limit` and `length` say how long the text may be and is, in code points.
 */
export type ErrorDetail = { path: string; message: string; limit?: number; length?: number };

/**
 * The one error that commands and queries throw on purpose. Anything else that is thrown is a fault of ours.
 * `reason` is a key of the message catalogue (`errors.REASON`), so that screens can say it in the reader's
 * language; `message` is the English for programs.
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

/** The HTTP status that says the same as the code. */
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
