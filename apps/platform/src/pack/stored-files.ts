import type { SqlExecutor, WorkspaceId } from "settled";
import { canonicalJson } from "../normal-form/canonical-json.ts";
import { type Blob, findBlobs } from "../store/blob.ts";
import { type PackFile, sha256Of } from "./pack-file.ts";
import type { StoredFile } from "./review-pack.ts";

/** Under which name the bytes of a file lie with the workspace's contents. */
function blobHash({ sha256 }: Pick<StoredFile, "sha256">): string {
  return `packfile1:${sha256}`;
}

export function asStoredFile({ path, mediaType, bytes }: PackFile): StoredFile {
  return { path, media_type: mediaType, bytes: bytes.byteLength, sha256: sha256Of(bytes) };
}

export function asBlob({ bytes }: PackFile): Blob {
  return { hash: blobHash({ sha256: sha256Of(bytes) }), bytes };
}

/** Over the list, not over the bytes: the list names their hashes. A file that is taken away changes it. */
export function filesHash(files: readonly StoredFile[]): string {
  const list = files.map(({ path, media_type, bytes, sha256 }) => [
    path,
    media_type,
    bytes,
    sha256,
  ]);
  return `files1:${sha256Of(Buffer.from(canonicalJson(list), "utf8"))}`;
}

/** The bytes of a file, only if they still are what the pack says; null = they must not be given out. */
export async function readStoredFile(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  file: StoredFile,
): Promise<Buffer | null> {
  const bytes = (await findBlobs(on, workspaceId, [blobHash(file)])).get(blobHash(file));
  return bytes !== undefined && isIntact(bytes, file) ? bytes : null;
}

/** Whether a pack's list of files is whole and every one of them has its hash. */
export async function areFilesIntact(
  on: SqlExecutor,
  workspaceId: WorkspaceId,
  pack: { readonly filesHash: string; readonly files: readonly StoredFile[] },
): Promise<boolean> {
  if (pack.files.length === 0 || filesHash(pack.files) !== pack.filesHash) return false;
  const blobs = await findBlobs(on, workspaceId, pack.files.map(blobHash));
  return pack.files.every((file) => {
    const bytes = blobs.get(blobHash(file));
    return bytes !== undefined && isIntact(bytes, file);
  });
}

function isIntact(bytes: Buffer, file: StoredFile): boolean {
  return bytes.byteLength === file.bytes && sha256Of(bytes) === file.sha256;
}
