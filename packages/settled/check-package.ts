// Proves the built package as its users get it: packed, unpacked under node_modules, beside its own dependencies alone.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const DIST = join(import.meta.dirname, "dist");
const TOOLS = join(ROOT, "node_modules");

interface BuiltManifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** What a worker process needs of the files around the code: migrations, statements, the thread of its lease. */
const STORY = `
import { join } from "node:path";
import { migrateDatabase, openPostgres } from "settled/postgres";
import { startEmbeddedPostgres } from "settled/postgres/embedded";
const dataDir = join(import.meta.dirname, "postgres");
const server = await startEmbeddedPostgres({ dataDir, durable: false });
try {
  const report = await migrateDatabase({ connectionString: server.url });
  if (report.applied.length === 0) throw new Error("No migration was found.");
  const postgres = openPostgres({ connectionString: server.url, leaseBeatMs: 100, leaseValidMs: 3_000 });
  const lease = await postgres.openLease();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const { rows } = await postgres.database.executeSql("select beat_at > started_at as beaten from settled.worker_leases");
  await lease.release();
  await postgres.close();
  if (lease.lost.aborted || rows[0]?.beaten !== true) throw new Error("The lease was not beaten by its thread.");
} finally {
  await server.stop();
}
`;

function check(): void {
  const home = mkdtempSync(join(tmpdir(), "settled-packed-"));
  // PostgreSQL never runs as root: the user that it runs as must be able to pass.
  chmodSync(home, 0o755);
  try {
    const archive = pack(home);
    tool("publint/src/cli.js", ["--strict", archive]);
    tool("@arethetypeswrong/cli/dist/index.js", ["--profile", "esm-only", "--no-emoji", archive]);
    const manifest = unpack(home, archive);
    runStory(home, manifest);
    checkTypes(home, manifest);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function pack(home: string): string {
  const words = ["pack", "--silent", "--ignore-scripts", "--pack-destination", home];
  const name = execFileSync("npm", words, { cwd: DIST, encoding: "utf8" }).trim();
  return join(home, name);
}

function unpack(home: string, archive: string): BuiltManifest {
  const manifest = JSON.parse(readFileSync(join(DIST, "package.json"), "utf8")) as BuiltManifest;
  const modules = join(home, "node_modules");
  const own = join(modules, manifest.name);
  mkdirSync(own, { recursive: true });
  execFileSync("tar", ["-xzf", archive, "-C", own, "--strip-components", "1"]);
  const { dependencies, optionalDependencies, peerDependencies } = manifest;
  for (const name of Object.keys({
    ...dependencies,
    ...optionalDependencies,
    ...peerDependencies,
  })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(TOOLS, name), join(modules, name));
  }
  return manifest;
}

function runStory(home: string, manifest: BuiltManifest): void {
  const imports = doorsOf(manifest).map((door) => `await import("${door}");`);
  const program = join(home, "story.mjs");
  writeFileSync(program, [STORY, ...imports].join("\n"));
  node([program], home);
  for (const bin of Object.values(manifest.bin)) {
    node([join(home, "node_modules", manifest.name, bin), "--help"], home);
  }
}

/** The declarations stand by themselves: nothing in them needs a package that a user would not get. */
function checkTypes(home: string, manifest: BuiltManifest): void {
  const lines = doorsOf(manifest).map((door, index) => `export * as door${index} from "${door}";`);
  writeFileSync(join(home, "use.ts"), lines.join("\n"));
  symlinkSync(join(TOOLS, "@types"), join(home, "types"));
  const compilerOptions = {
    target: "es2024",
    lib: ["es2024", "esnext.disposable"],
    module: "nodenext",
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: ["node"],
    typeRoots: ["./types"],
  };
  writeFileSync(
    join(home, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["use.ts"] }),
  );
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, type: "module" }));
  node([join(TOOLS, "typescript/bin/tsc"), "--project", home], home);
}

function doorsOf({ name, exports }: BuiltManifest): readonly string[] {
  return Object.keys(exports)
    .filter((door) => door !== "./package.json")
    .map((door) => name + door.slice(1));
}

function tool(path: string, words: readonly string[]): void {
  node([join(TOOLS, path), ...words], ROOT);
}

function node(words: readonly string[], cwd: string): void {
  const said = ["ignore", "pipe", "inherit"] as const;
  try {
    execFileSync(process.execPath, words, { cwd, stdio: [...said], encoding: "utf8" });
  } catch (error) {
    process.stdout.write((error as { stdout?: string }).stdout ?? "");
    throw error;
  }
}

try {
  check();
} catch (error) {
  process.stderr.write(`The built package is not fit for use: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
