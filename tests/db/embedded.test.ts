import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { dataPath } from "@/lib/platform/embedded-postgres/data-folder";
import { deleteEmbedded, ensureEmbedded } from "@/lib/platform/embedded-postgres/ensure";

const asRoot = process.getuid?.() === 0;
const base = mkdtempSync(path.join(tmpdir(), "veritable-embedded-"));
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await deleteEmbedded(folder);
  rmSync(base, { recursive: true });
});

/** A data folder; as root, one in `base` lies where the database's user cannot get to. */
function dataFolder(name: string): string {
  const folder = path.join(base, name);
  folders.push(folder);
  return folder;
}

function homeOf(folder: string): string {
  const { home } = JSON.parse(readFileSync(dataPath(folder, "database"), "utf8")) as { home: string };
  return path.resolve(folder, home);
}

function serverPid(folder: string): number {
  return Number(readFileSync(path.join(homeOf(folder), "data/postmaster.pid"), "utf8").split("\n")[0]);
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
}

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

describe("the embedded PostgreSQL", () => {
  it("is made for any script, with checksums, for an ordinary role with a password", async () => {
    const server = await ensureEmbedded(dataFolder("made"));
    expect(server.started).toBe(true);
    await ask(server.url, "CREATE EXTENSION pg_trgm");
    expect(
      await ask(
        server.url,
        `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
                current_setting('listen_addresses') AS addresses, current_setting('is_superuser') AS superuser,
                array_length(show_trgm('مرحبا'), 1) AS trigrams, lower('ÉCOLE') AS folded`,
      ),
    ).toEqual({
      encoding: "UTF8",
      checksums: "on",
      addresses: "127.0.0.1",
      superuser: "off",
      trigrams: 6,
      folded: "école",
    });
    const wrong = Object.assign(new URL(server.url), { password: "guessed" }).href;
    await expect(ask(wrong, "SELECT 1")).rejects.toThrow("password authentication failed");
    for (const thing of ["database", "databaseLog"] as const) {
      expect(statSync(dataPath(path.join(base, "made"), thing)).mode & 0o077).toBe(0);
    }
    await server.stop();
    await expect(ask(server.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  });

  it("is shared, and stops with its last user", async () => {
    const folder = dataFolder("shared");
    const [one, two] = await Promise.all([ensureEmbedded(folder), ensureEmbedded(folder)]);
    expect(one.url).toBe(two.url);
    expect([one.started, two.started].sort()).toEqual([false, true]);
    await one.stop();
    expect(await ask(two.url, "SELECT 1 AS one")).toEqual({ one: 1 });
    await two.stop();
    await expect(ask(two.url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  });

  it("comes back at the same address with all that was committed, after a kill of its every process", async () => {
    const folder = dataFolder("killed");
    const first = await ensureEmbedded(folder);
    await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    process.kill(serverPid(folder), "SIGKILL");
    const second = await ensureEmbedded(folder);
    expect(second).toMatchObject({ url: first.url, started: true });
    expect(await ask(second.url, "SELECT answer FROM kept")).toEqual({ answer: 42 });
    await second.stop();
    await first.stop();
  });

  it.runIf(process.platform === "linux")(
    "is stopped where it was killed, and a process of it lingers",
    async () => {
      const folder = dataFolder("lingering");
      const server = await ensureEmbedded(folder);
      const pid = serverPid(folder);
      const [lingering = 0] = childrenOf(pid);
      process.kill(lingering, "SIGSTOP");
      process.kill(pid, "SIGKILL");
      try {
        await expect(server.stop()).resolves.toBeUndefined();
      } finally {
        process.kill(lingering, "SIGKILL");
      }
    },
  );

  it("is taken over when the process that started it was killed", async () => {
    const folder = dataFolder("orphaned");
    const script = `
      import { ensureEmbedded } from "./lib/platform/embedded-postgres/ensure.ts";
      console.log((await ensureEmbedded(${JSON.stringify(folder)})).url);
      setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const url = String(await new Promise((resolve) => owner.stdout.once("data", resolve))).trim();
    const pid = serverPid(folder);
    owner.kill("SIGKILL");
    await new Promise((resolve) => owner.once("exit", resolve));
    const server = await ensureEmbedded(folder);
    expect(server).toMatchObject({ url, started: false });
    expect(serverPid(folder)).toBe(pid);
    await server.stop();
    await expect(ask(url, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  });

  it("keeps the two apart when a data folder is copied", async () => {
    const folder = dataFolder("original");
    const original = await ensureEmbedded(folder);
    const copy = dataFolder("copy");
    cpSync(folder, copy, { recursive: true });
    if (asRoot) await expect(ensureEmbedded(copy)).rejects.toThrow(/is a copy of .*original/);
    else await expect(ensureEmbedded(copy)).resolves.not.toMatchObject({ url: original.url });
    expect(await ask(original.url, "SELECT 1 AS one")).toEqual({ one: 1 });
    // The copy names the original's files: it is not to be removed as if they were its own.
    if (asRoot) folders.splice(folders.indexOf(copy), 1);
    await original.stop();
  });

  it("says what to do when its passwords or its files are gone", async () => {
    // Where others may pass, the files lie in the data folder itself.
    if (asRoot) chmodSync(base, 0o711);
    const folder = dataFolder("lost");
    await (await ensureEmbedded(folder)).stop();
    expect(homeOf(folder)).toBe(dataPath(folder, "postgres"));
    const record = readFileSync(dataPath(folder, "database"));
    rmSync(dataPath(folder, "database"));
    await expect(ensureEmbedded(folder)).rejects.toThrow(/database\.json is missing.*Restore it/);
    rmSync(dataPath(folder, "postgres"), { recursive: true });
    const { writePrivateFile } = await import("@/lib/platform/embedded-postgres/data-folder");
    writePrivateFile(dataPath(folder, "database"), record.toString());
    await expect(ensureEmbedded(folder)).rejects.toThrow(/files in .* are missing/);
  });
});
