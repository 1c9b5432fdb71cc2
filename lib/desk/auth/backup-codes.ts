import { randomInt } from "node:crypto";

// Without letters and digits that look alike.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const COUNT = 10;
const HALF = 5;

/** Ten codes such as `k7m2p-x9qrt`, each of which signs in one time without the authenticator app. */
export function newBackupCodes(): string[] {
  const half = () => Array.from({ length: HALF }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: COUNT }, () => `${half()}-${half()}`);
}
