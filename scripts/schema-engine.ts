import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

const SCHEMA = path.resolve("prisma/schema.prisma");
const MIGRATIONS = path.resolve("prisma/migrations");
const CHAR_OID = 18;
const TEXT_OID = 25;

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;

/** The driver adapter, fixed for use with migrations. */
class MigrationAdapter extends PrismaPg {
  constructor(private readonly url: string) {
    super({ connectionString: url });
  }

  override async connect(): Promise<Connection> {
    const connection = await super.connect();
    // The adapter splits scripts at every ";", which breaks function bodies: send them whole, as the native engine does.
    connection.executeScript = async (sql) => {
      await connection.underlyingDriver().query(sql);
    };
    readCharAsText(connection);
    return connection;
  }

  /** Connects to a new, empty shadow database; the adapter would use the main one. */
  override async connectToShadowDb(): Promise<Connection> {
    const main = await this.connect();
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await main.executeScript(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const url = Object.assign(new URL(this.url), { pathname: `/${name}` }).href;
    const shadow = await new MigrationAdapter(url).connect();
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      // Without FORCE, which may not terminate an autovacuum worker: without it, PostgreSQL waits for the worker to leave.
      await main.executeScript(`DROP DATABASE "${name}"`);
      await main.dispose();
    };
    return shadow;
  }
}

type Result = { rows: unknown[]; fields: Array<{ dataTypeID: number }> };
type Inner = { performIO(query: unknown): Promise<Result> };

/** Reads the one-byte type "char" of the system catalogue as text, because the adapter rejects it. */
function readCharAsText(connection: Connection): void {
  const inner = connection as unknown as Inner;
  const [perform, raw] = [inner.performIO.bind(connection), connection.queryRaw.bind(connection)];
  const chars = new WeakMap<object, boolean[]>();
  inner.performIO = async (query) => {
    const result = await perform(query);
    chars.set(
      result.rows,
      result.fields.map(({ dataTypeID }) => dataTypeID === CHAR_OID),
    );
    for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
    return result;
  };
  connection.queryRaw = async (query) => {
    const result = await raw(query);
    const isChar = chars.get(result.rows) ?? [];
    const columnTypes = result.columnTypes.map((type, n) => (isChar[n] ? ColumnTypeEnum.Character : type));
    return { ...result, columnTypes };
  };
}

/**
 * Returns the SQL that migrates from the result of the migrations to the schema; null if there is no difference. `url` is a
 * PostgreSQL whose role may create databases.
 */
export async function diffSchema(url: string): Promise<string | null> {
  const engine = await loadEngine(url);
  const { stdout } = await engine.diff({
    from: { tag: "migrations", ...(await migrationsList()) },
    to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: await readFile(SCHEMA, "utf8") }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return !stdout || stdout.includes("This is an empty migration") ? null : stdout;
}

async function loadEngine(url: string) {
  const file = fileURLToPath(
    new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
  );
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) },
  });
  const { instance } = await WebAssembly.instantiate(await readFile(file), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const content = await readFile(SCHEMA, "utf8");
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(url));
  return glue.SchemaEngine.new({ datamodels: [[SCHEMA, content]] }, () => {}, adapter);
}

async function migrationsList() {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = (name: string) => readFile(path.join(MIGRATIONS, name), "utf8");
  return {
    baseDir: MIGRATIONS,
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: await read("migration_lock.toml") },
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await read(`${name}/migration.sql`) },
        },
      })),
    ),
  };
}
