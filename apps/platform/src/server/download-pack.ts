import type { SqlExecutor } from "settled";
import {
  type ActorExchange,
  type Answer,
  fileAnswer,
  problemAnswer,
  problemOf,
} from "settled/http";
import { readStoredFile } from "../pack/stored-files.ts";
import { type FoundPack, gatherPack } from "./gather-pack.ts";
import { type EnvironmentScope, notFound } from "./in-environment.ts";

/** A file of a pack, hashed again before the first byte leaves; `zip` names the one with all the others. */
export async function downloadPack(
  scope: EnvironmentScope,
  on: SqlExecutor,
  exchange: ActorExchange,
): Promise<Answer> {
  const found = await gatherPack(on, scope, exchange.pathPart("pack"));
  if (found === null) return notFound();
  if (found.delivery !== "open") return notGivenOut(found);
  return sendPackFile(scope, on, { found, file: exchange.pathPart("file") });
}

/** The file of a pack whose files are given out. */
export async function sendPackFile(
  scope: EnvironmentScope,
  on: SqlExecutor,
  { found, file: asked }: { readonly found: FoundPack; readonly file: string },
): Promise<Answer> {
  const file = found.files.find(({ path }) => path === asked || (asked === "zip" && isZip(path)));
  if (file === undefined) return notFound();
  const bytes = await readStoredFile(on, scope.workspaceId, file);
  if (bytes === null) return damaged();
  const digest = Buffer.from(file.sha256, "hex").toString("base64");
  return fileAnswer({
    name: isZip(file.path) ? file.path : `${found.pack.profile}-${file.path}`,
    mediaType: file.media_type,
    bytes: new Uint8Array(bytes),
    headers: { etag: `"${file.sha256}"`, "repr-digest": `sha-256=:${digest}:` },
  });
}

function isZip(path: string): boolean {
  return path.endsWith(".zip");
}

function notGivenOut({ delivery, pack }: FoundPack): Answer {
  if (delivery === "review_withheld") {
    const detail =
      "The review that this pack was made of was taken back, so the pack is not given out.";
    return problemAnswer(problemOf("gone", { detail }));
  }
  if (pack.standing.status !== "revoked") return notFound();
  const { by, reason } = pack.standing.revocation;
  return problemAnswer(problemOf("gone", { detail: `${by} took this pack back: ${reason}` }));
}

function damaged(): Answer {
  return problemAnswer(
    problemOf("internal", {
      title: "This file is damaged",
      detail: "Its bytes are gone or do not have their hash any more, so it is not given out.",
      nextActions: ["Whoever runs this platform should restore the store from its backup."],
    }),
  );
}
