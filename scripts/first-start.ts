import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import type { Client } from "pg";
import { dataPath, writePrivateFile } from "@/lib/platform/embedded-postgres/data-folder";
import { SEARCH_VERSION } from "@/lib/text/search/search-version";

/** A person who can sign in after the first start. */
export interface FirstPerson {
  role: "admin" | "editor" | "publisher";
  name: string;
  email: string;
  password: string;
}

// Without characters that look alike.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** Whether this database was never used: it has no article, and nobody who could have deleted one. */
export async function isNewDesk(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ fresh: boolean }>(
    "SELECT NOT EXISTS (SELECT FROM article) AND NOT EXISTS (SELECT FROM person) AS fresh",
  );
  return rows[0]?.fresh === true;
}

/** Loads the demo desk. The seed is imported here, because other starts do not need it. */
export async function loadDemoDesk(): Promise<{ summary: string }> {
  const { loadDemo } = await import("@/prisma/seed/load");
  const { articles, claims } = await loadDemo();
  return { summary: `loaded ${claims} claims of ${articles} ${articles === 1 ? "article" : "articles"}` };
}

/** Whether the readers' table has rows written by an earlier version. */
export async function hasOutdatedRows(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ lacks: boolean }>(
    `SELECT NOT document ? 'format' OR record_tail = '' OR search_tokens = '{}' OR search_version < $1 AS lacks
      FROM public_claim ORDER BY claim_id LIMIT 1`,
    [SEARCH_VERSION],
  );
  return rows[0]?.lacks === true;
}

/** Rebuilds the readers' table after {@link hasOutdatedRows}. */
export async function rebuildOutdatedRows(): Promise<{ summary: string }> {
  const { rebuildProjection } = await import("@/lib/public/projection/rebuild");
  return { summary: `wrote ${await rebuildProjection()} claims again` };
}

/**
 * Creates the first people if nobody can sign in yet, and returns them with their passwords; else null. The passwords are
 * written to a private file first, so that a crash in between does not lose them.
 */
export async function ensureFirstPeople(client: Client, dataDir: string): Promise<FirstPerson[] | null> {
  const { rows } = await client.query<{ any: boolean }>(
    'SELECT EXISTS (SELECT FROM account WHERE password IS NOT NULL) AS "any"',
  );
  if (rows[0]?.any) return null;
  const { createFirstPeople, firstPeople } = await import("@/lib/desk/people/first-people");
  const passwords = { admin: newPassword(), editor: newPassword(), publisher: newPassword() };
  const lines = firstPeople.map(({ role, name, email }) => [role, passwords[role], `${email}  (${name})`]);
  writePrivateFile(dataPath(dataDir, "firstPasswords"), passwordsText(lines));
  return createFirstPeople(passwords);
}

/** Closes the connections of app code that ran in this process; the server has its own. */
export async function disconnectApp(): Promise<void> {
  const { disconnect } = await import("@/lib/platform/db/client");
  await disconnect();
}

/** The path of the file with the first passwords; null once it was deleted. */
export function findFirstPasswordsFile(dataDir: string): string | null {
  const file = dataPath(dataDir, "firstPasswords");
  return existsSync(file) ? file : null;
}

/** Creates a random password: five groups of four characters, 99 bits. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}

function passwordsText(lines: string[][]): string {
  const rows = lines.map(([role = "", ...rest]) => [role.padEnd(10), ...rest].join("  "));
  return [
    "The first people of this desk. Sign in, change the passwords, then delete this file.",
    "",
    ...rows,
    "",
  ].join("\n");
}
