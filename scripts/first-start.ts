import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import type { Client } from "pg";
import { dataPath, writePrivate } from "@/lib/platform/embedded-postgres/data-folder";
import { SEARCH_VERSION } from "@/lib/text/search/version";

/** Somebody who can sign in from the first start on. */
export interface FirstPerson {
  role: "admin" | "editor" | "publisher";
  name: string;
  email: string;
  password: string;
}

// No characters that are taken for one another when somebody types them off a screen.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** Whether nothing was ever kept in this database: no article, and nobody who could have signed in to delete one. */
export async function isNewDesk(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ fresh: boolean }>(
    "SELECT NOT EXISTS (SELECT FROM article) AND NOT EXISTS (SELECT FROM person) AS fresh",
  );
  return rows[0]?.fresh === true;
}

/** Loads the demo desk. The seed is imported only here, since an ordinary start has no use for it. */
export async function loadDemoDesk(): Promise<{ said: string }> {
  const { loadDemo } = await import("@/prisma/seed/load");
  const { articles, claims } = await loadDemo();
  return { said: `loaded ${claims} claims of ${articles} ${articles === 1 ? "article" : "articles"}` };
}

/** Whether the readers' table has claims as an earlier version wrote them. */
export async function lacksRecords(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ lacks: boolean }>(
    `SELECT NOT document ? 'format' OR record_tail = '' OR search_tokens = '{}' OR search_version < $1 AS lacks
      FROM public_claim ORDER BY claim_id LIMIT 1`,
    [SEARCH_VERSION],
  );
  return rows[0]?.lacks === true;
}

/** Writes the claims that {@link lacksRecords} tells of anew. */
export async function completeRecords(): Promise<{ said: string }> {
  const { writeRecords } = await import("@/lib/public/projection/rebuild");
  return { said: `wrote ${await writeRecords()} claims anew` };
}

/**
 * Makes the first people when nobody can sign in yet, and answers them with their passwords; else null. The passwords
 * are on the disk, for their owner alone, before they count: a crash in between loses nobody's way in.
 */
export async function ensureFirstPeople(client: Client, dataDir: string): Promise<FirstPerson[] | null> {
  const { rows } = await client.query<{ any: boolean }>(
    'SELECT EXISTS (SELECT FROM account WHERE password IS NOT NULL) AS "any"',
  );
  if (rows[0]?.any) return null;
  const { createFirstPeople, firstPeople } = await import("@/lib/desk/people/first-people");
  const passwords = { admin: newPassword(), editor: newPassword(), publisher: newPassword() };
  const lines = firstPeople.map(({ role, name, email }) => [role, passwords[role], `${email}  (${name})`]);
  writePrivate(dataPath(dataDir, "firstPasswords"), passwordsText(lines));
  return createFirstPeople(passwords);
}

/** Closes the connections of the app code that was run here: the server has its own. */
export async function disconnectApp(): Promise<void> {
  const { disconnect } = await import("@/lib/platform/db/client");
  await disconnect();
}

/** The file of the first passwords, while it is kept. */
export function findPasswordFile(dataDir: string): string | null {
  const file = dataPath(dataDir, "firstPasswords");
  return existsSync(file) ? file : null;
}

/** Five groups of four letters: 99 bits. */
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
