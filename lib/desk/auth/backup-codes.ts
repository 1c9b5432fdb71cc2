import { randomInt } from "node:crypto";

// Without characters that look alike.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const COUNT = 10;
const HALF = 5;

/** Ten single-use codes such as `k7m2p-x9qrt`, for signing in without the authenticator app. */
export function newBackupCodes(): string[] {
  const half = () => Array.from({ length: HALF }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: COUNT }, () => `${half()}-${half()}`);
}
