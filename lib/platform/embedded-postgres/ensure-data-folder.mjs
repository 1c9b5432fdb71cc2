// Plain JavaScript: the start makes and locks its data folder before anything is installed.
import { mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Makes the data folder where it is missing and answers its real path. An ordinary user's folder is closed to others;
 * one made by root lets the database's user pass through, while every file in it stays readable by its owner alone.
 * Throws an Error that says what to do when this user cannot write there.
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
      `The data folder ${dataDir} cannot be written (${cause.code ?? cause}). ` +
        "Run as the user who owns it, or set DATA_DIR to another folder.",
      { cause },
    );
  }
  return realpathSync(dataDir);
}
