import { redact, type RunResult, type TrackedRun } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { putBlobs } from "../store/blob.ts";
import { freezePackManifest } from "../store/pack-store.ts";
import { keepPacks } from "./keep-packs.ts";
import { packMake, setFingerprint } from "./pack-fingerprint.ts";
import type { PackInput } from "./pack-input.ts";
import { inProfileOrder, type PackProfile } from "./pack-profile.ts";
import { type PackBlocker, readPackSource } from "./pack-source.ts";
import { renderPack } from "./render-pack.ts";
import type { RenderedPack } from "./rendered-pack.ts";
import type { PackManifest } from "./review-pack.ts";
import { asBlob, asStoredFile } from "./stored-files.ts";

export interface RenderInput {
  readonly review_id: string;
  readonly profiles: readonly PackProfile[];
}

const PACK_BYTES_MAX = 64 * 1024 * 1024;
const DETAIL_CHARS_MAX = 500;

/**
 * Freezes what is rendered, renders it, keeps the files, and then ends the run in the one transaction in which the
 * packs and the set that answers it appear.
 */
export async function renderPacks(
  parts: PlatformParts,
  tracked: TrackedRun<RenderInput>,
): Promise<RunResult | void> {
  const { run, input, signal } = tracked;
  const source = await readPackSource(parts.database, run, input.review_id);
  if (source.kind === "refused") return refusal(source.because);
  const wanted = inProfileOrder(input.profiles).map((profile): PackInput => {
    const unnamed = { ...source.input, profile };
    return { ...unnamed, fingerprint: packMake(unnamed).pack_fingerprint };
  });
  const manifest = manifestOf(input.review_id, wanted);
  const { workspaceId, environmentId } = run;
  await parts.database.transaction(async (tx) => {
    await tracked.guard(tx);
    await freezePackManifest(tx, { workspaceId, environmentId, runId: run.id }, manifest);
  });
  await parts.faults.reach("pack.after_manifest", run.id);
  const total = wanted.length + 1;
  const rendered: RenderedPack[] = [];
  for (const [done, pack] of wanted.entries()) {
    await tracked.progress({ done, total, message: `rendering the ${pack.profile} pack` });
    signal.throwIfAborted();
    rendered.push(await renderOne(parts, tracked, pack));
  }
  await parts.faults.reach("pack.after_files", run.id);
  await tracked.progress({ done: wanted.length, total, message: "files kept" });
  signal.throwIfAborted();
  await tracked.commit(async (tx) => {
    const result = await keepPacks(tx, run, { manifest, rendered });
    await parts.faults.reach("pack.inside_transaction", run.id);
    return result;
  });
  await parts.faults.reach("pack.after_commit", run.id);
}

function manifestOf(reviewId: string, wanted: readonly PackInput[]): PackManifest {
  const packs = wanted.map((input) => ({ profile: input.profile, make: packMake(input) }));
  const fingerprints = packs.map(({ make }) => make.pack_fingerprint);
  return { reviewId, packs, setFingerprint: setFingerprint(fingerprints) };
}

/** Rendering is pure, so a fault in it is a fault of this profile; the others are rendered all the same. */
async function renderOne(
  parts: PlatformParts,
  { run }: TrackedRun<RenderInput>,
  input: PackInput,
): Promise<RenderedPack> {
  const { profile } = input;
  const made = { profile, make: packMake(input) };
  const files = await renderPack(input).catch(faultText);
  if (typeof files === "string") {
    return { ...made, kind: "failed", failure: "render_failed", detail: files };
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (bytes > PACK_BYTES_MAX)
    return { ...made, kind: "failed", failure: "too_large", detail: `${bytes} bytes` };
  await putBlobs(parts.database, run.workspaceId, files.map(asBlob));
  return { ...made, kind: "rendered", files: files.map(asStoredFile) };
}

function faultText(error: unknown): string {
  return redact(String(error)).replaceAll("\0", "").toWellFormed().slice(0, DETAIL_CHARS_MAX);
}

function refusal(because: PackBlocker): RunResult {
  const outcome = because === "review_untrustworthy" ? "attention_required" : "blocked";
  return { outcome, reason: because };
}
