import { ApiProblemError, readProblem, UNREACHABLE } from "./api-problem.ts";
import { type FileVerdict, hashOfBytes, promisedHash, verdictOf } from "./checked-file.ts";
import type { Api } from "./create-api.ts";

/** Fetches a file, compares its hash with the one that the page shows, and saves it unless they differ. */
export async function takeFile(
  api: Api,
  path: string,
  { name, sha256 }: { readonly name: string; readonly sha256: string },
): Promise<FileVerdict> {
  const answer = await fetch(api.addressOf(path), {
    headers: { "settled-request": "1" },
    credentials: "same-origin",
  }).catch(() => null);
  if (answer === null) throw new ApiProblemError(UNREACHABLE);
  if (!answer.ok) throw new ApiProblemError(await readProblem(answer));
  const bytes = await answer.arrayBuffer();
  const verdict = verdictOf({
    listed: sha256,
    promised: promisedHash(answer.headers.get("repr-digest")),
    actual: await hashOfBytes(bytes),
  });
  if (verdict !== "differs") save(new Blob([bytes], { type: typeOf(answer) }), name);
  return verdict;
}

function typeOf({ headers }: Response): string {
  return headers.get("content-type") ?? "application/octet-stream";
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
