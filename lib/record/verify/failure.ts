/**
 * A failed check: the data differs from what was published (`wrong`), or the input cannot be checked (`unreadable`). The
 * message is a full sentence.
 */
export class CheckFailure extends Error {
  override readonly name = "CheckFailure";

  constructor(
    readonly kind: "wrong" | "unreadable",
    message: string,
  ) {
    super(message);
  }
}

/** Creates a {@link CheckFailure} of kind `wrong`. */
export function mismatch(message: string): CheckFailure {
  return new CheckFailure("wrong", message);
}
