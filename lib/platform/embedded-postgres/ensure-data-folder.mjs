// Plain JavaScript: the start creates and locks its data folder before dependencies are installed.
import { mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Creates the data folder if it is missing and returns its real path. Other users cannot enter it; if root created it, they
 * can pass through (the database's user must), but each file in it is readable by its owner only.
 * Throws an Error that says what to do if this user cannot write there.
 */
export function ensureDataFolder(dataDir) {
  const asRoot = process.getuid?.() === 0;
  try {
    mkdirSync(dataDir, { recursive: true, mode: asRoot ? 0o711 : 0o700 });
    const probe = path.join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, "", { mode: 0o600 });
    rmSync(probe);
  } catch (cause) {
    throw new Error(
      `The data folder ${dataDir} is not writable (${cause.code ?? cause}). ` +
        "Run as the user who owns it, or set DATA_DIR to another folder.",
      { cause },
    );
  }
  return realpathSync(dataDir);
}
