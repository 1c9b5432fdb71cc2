import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { disconnect } from "@/lib/platform/db/client";

// Every test file has a database of its own: nothing that one file writes is seen by another.
const serverUrl = inject("serverUrl");
const name = `test_${randomUUID().replaceAll("-", "")}`;
const client = new pg.Client({ connectionString: serverUrl });
await client.connect();
await client.query("SELECT pg_advisory_lock(4711)");
await client.query(`CREATE DATABASE ${name} TEMPLATE test_template`);
await client.end();
process.env.DATABASE_URL = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
// The runner puts a BASE_URL of its own there.
process.env.BASE_URL = "https://desk.example";
process.env.AUTH_SECRET = "a-secret-that-only-the-tests-know";

afterAll(disconnect);
