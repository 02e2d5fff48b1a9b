import type { RunScope } from "settled";
import { profileLabel } from "../pack/pack-profile.ts";
import type { Platform } from "../platform.ts";
import { packJson, packLineJson } from "../server/pack-json.ts";
import { listPacks } from "../store/pack-store.ts";
import type { NamedPack } from "./named-pack.ts";
import { type OutputFormat, writeAnswer } from "./write-output.ts";

/** The packs of an environment, as a table or as JSON. */
export async function writePackList(
  { database }: Platform,
  scope: RunScope,
  format: OutputFormat,
): Promise<void> {
  const packs = await listPacks(database, scope);
  writeAnswer(format, {
    json: { packs: packs.map(packLineJson) },
    columns: [
      { title: "PACK" },
      { title: "PROFILE" },
      { title: "STATUS" },
      { title: "REVIEW" },
      { title: "RENDERED" },
    ],
    rows: packs.map(({ packId, profile, standing, reviewId, createdAt }) => [
      packId,
      profile,
      standing.status,
      reviewId,
      createdAt.toISOString(),
    ]),
    notes: packs.length === 0 ? ["No packs. Render some: platform pack render"] : [],
  });
}

/** One pack with its files, as a table or as JSON. */
export function writePack(found: NamedPack, format: OutputFormat): void {
  const { pack, files, placed } = found;
  const { standing } = pack;
  writeAnswer(format, {
    json: packJson(found),
    columns: [{ title: "FILE" }, { title: "BYTES" }, { title: "SHA-256" }],
    rows: files.map(({ path, bytes, sha256 }) => [path, String(bytes), sha256]),
    notes: [
      `${profileLabel(pack.profile)} of review no. ${placed.review.sequence}: ${standing.status}`,
      `Fingerprint ${pack.make.pack_fingerprint}`,
      ...(placed.isStale ? ["A newer review stands."] : []),
      ...(standing.status === "revoked"
        ? [`${standing.revocation.by} took it back: ${standing.revocation.reason}`]
        : []),
      ...(found.delivery === "review_withheld"
        ? ["Its review was taken back: not given out."]
        : []),
    ],
  });
}
