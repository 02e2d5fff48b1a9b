import { chown } from "node:fs/promises";

const NOBODY = 65_534;

/** Does something as a user whom the rights of files bind; `folder` becomes theirs. Root, whom nothing binds, steps down for it. */
export async function asOrdinaryUser<Answer>(
  folder: string,
  does: () => Promise<Answer>,
): Promise<Answer> {
  if (process.geteuid?.() !== 0 || process.seteuid === undefined) return does();
  await chown(folder, NOBODY, NOBODY);
  process.seteuid(NOBODY);
  try {
    return await does();
  } finally {
    process.seteuid(0);
  }
}
