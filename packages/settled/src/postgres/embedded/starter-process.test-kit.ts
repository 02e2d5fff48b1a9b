import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { Client } from "pg";
import type { EmbeddedPostgresOptions } from "./embedded-postgres.ts";
import { errorCodeOf } from "./folder-error.ts";
import { waitUntil } from "./wait-until.ts";

/** What a process that started the server reports: ready, refused, or what it saw after Ctrl-C. */
export interface StarterReport {
  readonly kind: "ready" | "refused" | "interrupted";
  readonly url: string;
  readonly port: number;
  readonly adopted: boolean;
  readonly code: string;
  readonly message: string;
  readonly answer: number;
}

export interface StarterProcess {
  readonly child: ChildProcess;
  nextReport(): Promise<StarterReport>;
  /** Lets it call stop() and end. */
  stop(): Promise<void>;
}

const HOME = new URL(".", import.meta.url).href;

const PROGRAM = `
import { startEmbeddedPostgres } from ${JSON.stringify(`${HOME}start-embedded-postgres.ts`)};
import { asSuperuser } from ${JSON.stringify(`${HOME}connect-to-server.ts`)};
const report = (what) => process.stdout.write(JSON.stringify(what) + "\\n");
try {
  const server = await startEmbeddedPostgres(JSON.parse(process.argv[1]));
  const { url, port, adopted } = server;
  process.on("SIGINT", async () => {
    const password = new URL(url).password;
    const { rows } = await asSuperuser({ port, password }, (client) => client.query("select 42 as answer"));
    report({ kind: "interrupted", answer: rows[0].answer });
    await server.stop();
    process.exit(0);
  });
  process.stdin.on("data", async () => {
    await server.stop();
    process.exit(0);
  });
  report({ kind: "ready", url, port, adopted });
} catch (error) {
  report({ kind: "refused", code: error.code, message: error.message });
}
`;

/** Starts the server from a process of its own, which can then be killed or interrupted. */
export function spawnStarter(
  options: Omit<EmbeddedPostgresOptions, "log">,
  as: { readonly uid?: number; readonly gid?: number } = {},
): StarterProcess {
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", PROGRAM, JSON.stringify(options)],
    { stdio: ["pipe", "pipe", "inherit"], detached: true, cwd: tmpdir(), ...as },
  );
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    async nextReport() {
      const { value, done } = await lines.next();
      if (done === true) {
        throw new Error("the starter ended without a report");
      }
      return JSON.parse(value) as StarterReport;
    },
    async stop() {
      child.stdin.write("stop\n");
      await ended;
    },
  };
}

const folders: string[] = [];

/** A folder that every user can enter; `removeTempFolders` takes it away. */
export async function makeTempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "settled-embedded-"));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Ends what still runs in the temporary folders and removes them; throws if anything still ran. */
export async function removeTempFolders(): Promise<void> {
  const left: string[] = [];
  for (const folder of folders.splice(0)) {
    const processes = await processesIn(folder);
    left.push(...processes.map(({ command }) => command));
    processes.forEach(({ pid }) => kill(pid));
    await waitUntil(async () => ((await processesIn(folder)).length === 0 ? true : undefined), {
      limitMs: 5_000,
      everyMs: 50,
    });
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  if (left.length > 0) {
    throw new Error(`the tests left processes behind:\n${left.join("\n")}`);
  }
}

/** Every process that names the folder in its command, and all their children. */
export async function processesIn(folder: string) {
  const { stdout } = await promisify(execFile)("ps", ["-axww", "-o", "pid=,ppid=,stat=,command="]);
  const all = stdout
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, parent, stat, command]) => ({
      pid: Number(pid),
      parent: Number(parent),
      stat: stat ?? "",
      command: command ?? "",
    }))
    .filter(({ stat }) => !stat.startsWith("Z"));
  const named = all.filter(({ command }) => command.includes(folder));
  const children = all.filter(({ parent }) => named.some(({ pid }) => pid === parent));
  return [...new Set([...named, ...children])].filter(({ pid }) => pid !== process.pid);
}

export function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (errorCodeOf(error) !== "ESRCH") {
      throw error;
    }
  }
}

export async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
