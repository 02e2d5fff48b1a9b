import { checkAccess, jsonAnswer, problemAnswer, problemOfAccess, type Route } from "settled/http";
import { z } from "zod";
import { baselineVersionJson } from "../../baseline/baseline-json.ts";
import { readSnapshotSource } from "../../baseline/read-baseline-source.ts";
import { releaseBaseline } from "../../baseline/release-baseline.ts";
import { SEVERITIES } from "../../drift/severity.ts";
import type { Platform } from "../../platform.ts";
import { joinedTransaction } from "../../store/joined-transaction.ts";
import { apiRoutes } from "./api-route.ts";
import { BASELINE_VERSION_JSON } from "./baseline-schemas.ts";
import { ENVIRONMENT_ID } from "./environment-id.ts";
import { nameOf, textOf } from "./given-text.ts";
import { recordAction } from "./record-action.ts";
import { conflict, wrongMember } from "./refusals.ts";

const PATHS_MAX = 200;

const BODY = z.strictObject({
  name: nameOf("A name", 200).describe("Of the baseline; it is made if it is new."),
  snapshot_of: ENVIRONMENT_ID.describe("The environment whose snapshot says what is expected."),
  snapshot_id: z.uuid().optional().describe("A sealed one; the newest unless said."),
  mode: z.enum(["exact", "at_least"]).default("exact"),
  severity: z.enum(SEVERITIES).optional().describe("Of every entry; by its area unless said."),
  with_assignments: z.boolean().default(false),
  excluded_paths: z.array(nameOf("A path", 1_000)).max(PATHS_MAX).default([]),
  rationale: textOf("A rationale", 2_000).optional(),
});

/** POST …/baselines: releases the next version of the baseline of a name, from a snapshot that the actor may see. */
export function releaseBaselineRoute(platform: Platform): Route {
  return apiRoutes(platform).writeWorkspace(
    {
      id: "releaseBaseline",
      method: "POST",
      path: "/baselines",
      summary: "Releases the next version of a baseline from a snapshot",
      tag: "Baselines",
      capability: "baselines.manage",
      takesIdempotencyKey: true,
      body: BODY,
      answers: {
        201: {
          description: "The new version.",
          schema: BASELINE_VERSION_JSON,
          headers: { Location: "always" },
        },
      },
    },
    async ({ place, body, exchange }, tx) => {
      const { workspaceId } = place;
      const scope = { workspaceId, environmentId: body.snapshot_of };
      const access = await checkAccess(exchange, "environments.view", scope);
      if (access.kind === "forbidden") return problemAnswer(problemOfAccess(access));
      const source =
        access.kind === "hidden"
          ? null
          : await readSnapshotSource(tx, scope, body.snapshot_id ?? null);
      if (source === null) return wrongMember("/snapshot_of", "It has no such sealed snapshot.");
      const release = await releaseBaseline(joinedTransaction(tx), {
        workspaceId,
        name: body.name,
        source,
        rules: {
          mode: body.mode,
          severity: body.severity ?? null,
          withAssignments: body.with_assignments,
          excludedPaths: body.excluded_paths,
          rationale: body.rationale ?? "",
        },
        releasedBy: exchange.actor.name,
      });
      if (release.kind === "refused") {
        return conflict(
          release.because,
          "Nothing can be expected of that snapshot: no policy in it was read whole.",
          "Look at the snapshot, or choose another one.",
        );
      }
      const { version } = release;
      const done = {
        scope: { workspaceId, environmentId: null },
        action: "baseline.release",
        target: { type: "baseline", id: version.baselineId, name: version.name },
        detail: {
          version: version.version,
          version_hash: version.versionHash,
          source: source.origin,
        },
      };
      await recordAction(platform, tx, { exchange, done });
      const location = `${exchange.url.pathname}/${version.baselineId}/versions/${version.version}`;
      return jsonAnswer(baselineVersionJson(version), { status: 201, headers: { location } });
    },
  );
}
