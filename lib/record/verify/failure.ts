/**
 * Why a check ended: something is not as it was published (`wrong`), or what was given cannot be checked at all
 * (`unreadable`). The message is a whole sentence.
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

/** A check that found something wrong. */
export function wrong(message: string): CheckFailure {
  return new CheckFailure("wrong", message);
}
