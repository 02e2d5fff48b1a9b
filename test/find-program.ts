import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const INSTALL_WITHIN_MS = 240_000;

/**
 * Whether a program is there; on Debian, root gets its package where it is not. `asked` is what it answers to without
 * doing anything.
 */
export async function findProgram(
  program: string,
  debianPackage: string,
  asked = "-v",
): Promise<boolean> {
  if (await starts(program, asked)) return true;
  if (process.getuid?.() !== 0) return false;
  process.stderr.write(`installing ${debianPackage}, which the tests need\n`);
  const apt = (...words: string[]) =>
    run("apt-get", words, {
      timeout: INSTALL_WITHIN_MS,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    await apt("update", "-q");
    await apt("install", "-q", "-y", "--no-install-recommends", debianPackage);
  } catch {
    return false;
  }
  return starts(program, asked);
}

/** Any end of it will do but that there is no such program. */
function starts(program: string, asked: string): Promise<boolean> {
  return run(program, [asked]).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
}
