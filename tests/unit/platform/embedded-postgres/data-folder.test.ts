import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import {
  dataPath,
  ensureAuthSecret,
  ensureLogKey,
  readPrivateFile,
  writePrivateFile,
} from "@/lib/platform/embedded-postgres/data-folder";
import { ensureDataFolder } from "@/lib/platform/embedded-postgres/ensure-data-folder.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "veritable-data-"));
const asRoot = process.getuid?.() === 0;
const mode = (file: string) => statSync(file).mode & 0o777;

afterAll(() => rmSync(folder, { recursive: true }));

describe("the data folder", () => {
  it("is closed to others when it is made, but for the way through that root's database user needs", () => {
    const made = ensureDataFolder(path.join(folder, "one/data"));
    expect(mode(made)).toBe(asRoot ? 0o711 : 0o700);
    expect(readdirSync(made)).toEqual([]);
  });

  it("says what to do when it cannot be written", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    expect(() => ensureDataFolder(path.join(file, "data"))).toThrow(/not writable.*DATA_DIR/);
  });

  it("makes the secret once, for its owner's eyes", () => {
    const first = ensureAuthSecret(folder);
    expect(first.isNew).toBe(true);
    expect(first.secret.length).toBeGreaterThanOrEqual(43);
    expect(mode(dataPath(folder, "authSecret"))).toBe(0o600);
    expect(ensureAuthSecret(folder)).toEqual({ secret: first.secret, isNew: false });
  });

  it("makes the log's key once, for its owner's eyes: one that the settings take", () => {
    const key = ensureLogKey(folder);
    expect(mode(dataPath(folder, "logKey"))).toBe(0o600);
    expect(ensureLogKey(folder)).toBe(key);
    expect(parseEnv({ LOG_KEY: key }).LOG_KEY).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a private file", () => {
  const file = path.join(folder, "private");

  it("is replaced whole and leaves no draft", () => {
    writePrivateFile(file, "old");
    writePrivateFile(file, "new");
    expect(readPrivateFile(file)).toBe("new");
    expect(mode(file)).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith("private"))).toEqual(["private"]);
  });

  it("is closed again when somebody opened it to others", () => {
    chmodSync(file, 0o644);
    readPrivateFile(file);
    expect(mode(file)).toBe(0o600);
  });

  it("is null where there is none", () => {
    expect(readPrivateFile(path.join(folder, "none"))).toBeNull();
  });
});
