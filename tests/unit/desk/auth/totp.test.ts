import { expect, test } from "vitest";
import { newBackupCodes } from "@/lib/desk/auth/backup-codes";
import { firstCodeSchema } from "@/lib/desk/auth/schema";
import { isTotpCode, newTotpSecret, totpCode, totpUri } from "@/lib/desk/auth/totp";

// The secret of RFC 6238, appendix B, "12345678901234567890", in base32; its codes there have eight digits.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("codes are those of RFC 6238 at %i s", (seconds, code) => {
  expect(totpCode(secret, at(seconds))).toBe(code);
});

test("a code counts half a minute early and late, and no longer", () => {
  const code = totpCode(secret, at(3000));
  for (const seconds of [2970, 3000, 3059]) expect(isTotpCode(secret, code, at(seconds))).toBe(true);
  for (const seconds of [2969, 3060]) expect(isTotpCode(secret, code, at(seconds))).toBe(false);
  expect(isTotpCode(secret, "", at(3000))).toBe(false);
});

test("secrets are 160 bits that differ, and their address is what apps read", () => {
  const [one, other] = [newTotpSecret(), newTotpSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
  const address = new URL(totpUri(one, "rim@desk.example", "desk.example:3000"));
  expect(address.href).toMatch(/^otpauth:\/\/totp\/desk\.example%3A3000:rim%40desk\.example\?/);
  expect(address.searchParams.get("secret")).toBe(one);
});

test("codes are read however they are typed", () => {
  const [backup = ""] = newBackupCodes();
  const read = (code: string) => firstCodeSchema.parse({ code }).code;
  expect(read(" 123 456 ")).toBe("123456");
  expect(read("١٢٣۴۵۶")).toBe("123456");
  expect(read(backup.toUpperCase().replace("-", " "))).toBe(backup);
  expect(new Set(newBackupCodes()).size).toBe(10);
});
