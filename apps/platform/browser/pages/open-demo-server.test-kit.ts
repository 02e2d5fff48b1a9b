import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The whole product as its first user sees it: a real server with its demo data, in a folder that goes away. */
export interface DemoServer {
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

const PLATFORM_BIN = join(import.meta.dirname, "../../bin/platform.js");
const READY_WITHIN_MS = 240_000;
const ADDRESS = /^Ready: (\S+)$/m;
const SEEDED = /^The demo data is there/m;

export async function openDemoServer(): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), "settled-demo-server-"));
  // PostgreSQL never runs as root: the user that it runs as must be able to pass.
  await chmod(folder, 0o755);
  const token = randomBytes(24).toString("hex");
  const { DATABASE_URL: _another, ...env } = process.env;
  const child = spawn(process.execPath, [PLATFORM_BIN, "start", "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...env, SETTLED_DATA_DIR: join(folder, "data"), SETTLED_BOOTSTRAP_TOKEN: token },
  });
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  // Whoever interrupts this leaves no server behind either.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void close().then(() => process.exit(1)));
  }
  const isReady = new Promise<boolean>((resolve) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString("utf8");
      if (SEEDED.test(said)) resolve(true);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => resolve(false));
    setTimeout(() => resolve(false), READY_WITHIN_MS).unref();
  });
  const [, url] = (await isReady) ? (ADDRESS.exec(said) ?? []) : [];
  if (url !== undefined) return { url, token, close };
  await close();
  throw new Error(`The demo server did not get ready:\n${said}`);
}
