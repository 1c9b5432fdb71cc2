// npm run migration -- NAME: writes a migration from the existing ones to prisma/schema.prisma, offline, with Prisma's schema
// engine as WebAssembly. Online, `prisma migrate dev` works on the same folder.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "@/lib/env";
import { bootDatabase } from "@/lib/platform/db/boot";
import { diffSchema } from "./schema-engine";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Give the migration a name in snake_case: npm run migration -- add_due_dates");
  process.exit(1);
}
const database = await bootDatabase(parseEnv(process.env));
const sql = await diffSchema(database.url);
if (sql === null) {
  console.log("The migrations match the schema already.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join("prisma/migrations", `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, "migration.sql"), sql);
  console.log(`Wrote ${folder}/migration.sql`);
}
await database.stop();
