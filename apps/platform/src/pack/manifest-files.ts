import { canonicalJson } from "../normal-form/canonical-json.ts";
import { PACK_LOCALE, REDACTION_VERSION, RENDERER_VERSION } from "./pack-fingerprint.ts";
import { JSON_TYPE, type PackFile, sha256Of, TEXT_TYPE, textFile } from "./pack-file.ts";
import type { PackInput } from "./pack-input.ts";

/** Says what the pack is and what its files must hash to; `sha256sum -c SHA256SUMS` checks it. */
export function manifestFiles(input: PackInput, files: readonly PackFile[]): readonly PackFile[] {
  const { review, profile, changes, document, branding } = input;
  const manifest = textFile(
    "manifest.json",
    JSON_TYPE,
    `${canonicalJson({
      schema: 1,
      profile,
      pack_fingerprint: input.fingerprint,
      environment: branding.environment_name,
      provider: branding.provider_name,
      review: {
        number: review.sequence,
        period: review.period_key,
        as_of: review.as_of,
        fingerprint: review.fingerprint,
        document_hash: review.document_hash,
      },
      baseline:
        document.baseline === null
          ? null
          : { name: document.baseline.name, version: document.baseline.version },
      predecessor_fingerprint: changes?.predecessor.fingerprint ?? null,
      renderer_version: RENDERER_VERSION,
      redaction_version: REDACTION_VERSION,
      locale: PACK_LOCALE,
      files: files.map(({ path, mediaType, bytes }) => ({
        path,
        media_type: mediaType,
        bytes: bytes.byteLength,
        sha256: sha256Of(bytes),
      })),
    })}\n`,
  );
  const summed = [...files, manifest];
  const sums = summed.map(({ path, bytes }) => `${sha256Of(bytes)}  ${path}\n`).join("");
  return [...summed, textFile("SHA256SUMS", TEXT_TYPE, sums)];
}
