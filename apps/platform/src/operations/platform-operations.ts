import type { AnyOperation } from "settled";
import type { PlatformParts } from "../platform-parts.ts";
import { environmentReviewCompose } from "./environment-review-compose.ts";
import { environmentSnapshotCapture } from "./environment-snapshot-capture.ts";
import { reviewPackRender } from "./review-pack-render.ts";
import { restoreExecute } from "./restore-execute.ts";

/** Every operation of the platform. */
export function platformOperations(parts: PlatformParts): readonly AnyOperation[] {
  return [
    environmentSnapshotCapture(parts),
    environmentReviewCompose(parts),
    reviewPackRender(parts),
    restoreExecute(parts),
  ];
}
