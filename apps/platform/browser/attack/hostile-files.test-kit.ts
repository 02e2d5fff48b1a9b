import type { ServedWorld } from "../../src/server/served-world.test-kit.ts";
import { HOSTILE } from "./open-hostile-world.test-kit.ts";

/** A file as its server gives it, with the name under which a browser keeps it. */
export interface GivenFile {
  readonly path: string;
  readonly disposition: string;
  readonly bytes: Buffer;
}

/** Every file of every pack of the hostile world that can be had. */
export async function packFilesOf(served: ServedWorld): Promise<readonly GivenFile[]> {
  const base = `/api/v1/workspaces/north/environments/${HOSTILE}/packs`;
  const { packs } = (await (await served.get(base)).json()) as Packs;
  const given: GivenFile[] = [];
  for (const { id } of packs) {
    const { files } = (await (await served.get(`${base}/${id}`)).json()) as Pack;
    for (const { path } of files) {
      const answer = await served.get(`${base}/${id}/files/${path}`);
      if (answer.status === 200) given.push(await givenFile(path, answer));
    }
  }
  return given;
}

/** The exports of a workspace. */
export async function exportsOf(served: ServedWorld): Promise<readonly GivenFile[]> {
  const given: GivenFile[] = [];
  for (const name of ["runs", "audit"]) {
    for (const format of ["csv", "ndjson"]) {
      const path = `/api/v1/workspaces/north/${name}:export?format=${format}`;
      given.push(await givenFile(`${name}.${format}`, await served.get(path)));
    }
  }
  return given;
}

async function givenFile(path: string, answer: Response): Promise<GivenFile> {
  const disposition = answer.headers.get("content-disposition") ?? "";
  return { path, disposition, bytes: Buffer.from(await answer.arrayBuffer()) };
}

interface Packs {
  readonly packs: readonly { readonly id: string }[];
}

interface Pack {
  readonly files: readonly { readonly path: string }[];
}

/** The objects of a PDF without the bytes of streams and without texts: what its reader acts upon. */
export function objectsOf(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replaceAll(/\bstream\r?\n[^]*?\nendstream\b/g, "")
    .replaceAll(/\((?:\\[^]|[^\\()])*\)/g, "()");
}

export const PDF_ACTION =
  /\/(?:JS|JavaScript|AA|OpenAction|URI|Launch|SubmitForm|ImportData|EmbeddedFile|RichMedia)\b/;
