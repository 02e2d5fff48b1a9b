import { type Answer, jsonAnswer, type Route } from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { ACCESS_STATES } from "../../restore/access-state.ts";
import { selectedItems } from "../../restore/execute-input.ts";
import { planJson } from "../../restore/plan-json.ts";
import { type Preview, previewRestore } from "../../restore/preview-restore.ts";
import { TargetUnreachableError } from "../../restore/restore-target.ts";
import { apiRoutes } from "./api-route.ts";
import { nameOf } from "./given-text.ts";
import { conflict, wrongMember } from "./refusals.ts";
import { PLAN_JSON } from "./restore-schemas.ts";

const NAMES_MAX = 1_000;

const BODY = z.strictObject({
  snapshot_id: z.uuid("A snapshot id is a UUID."),
  names: z
    .array(nameOf("A name", 300))
    .max(NAMES_MAX)
    .default([])
    .describe("Of items; everything that the snapshot holds unless said."),
  items: selectedItems.optional().describe("The same as at the start; `names` is then left out."),
  ca_state: z.enum(ACCESS_STATES).default("disabled"),
});

/** POST …/restores:plan: what a restore would write now. Nothing is stored and nothing written. */
export function planRestoreRoute(platform: Platform): Route {
  return apiRoutes(platform).readEnvironment(
    {
      id: "planRestore",
      method: "POST",
      path: "/restores:plan",
      summary: "What a restore would write now; writes nothing",
      tag: "Restores",
      capability: "restores.execute",
      body: BODY,
      answers: { 200: { description: "The plan.", schema: PLAN_JSON } },
    },
    async ({ place, body }, on) => {
      const { environment } = place;
      const { snapshot_id: snapshotId, names, ca_state: accessState } = body;
      const items = body.items?.map(({ type, item_key: itemKey }) => ({ type, itemKey })) ?? null;
      try {
        const request = { environment, snapshotId, names, items, accessState };
        return answerOf(await previewRestore(on, place, request));
      } catch (error) {
        if (error instanceof TargetUnreachableError) return unreachable();
        throw error;
      }
    },
  );
}

function answerOf(preview: Preview): Answer {
  switch (preview.kind) {
    case "planned":
      return jsonAnswer(planJson(preview.plan, preview.identity));
    case "snapshot_missing":
      return wrongMember("/snapshot_id", "The environment has no sealed snapshot of that id.");
    case "unknown_name":
      return wrongMember("/names", `The snapshot has no item called ${preview.name}.`);
    case "ambiguous_name":
      return wrongMember("/names", `It has ${preview.times} items called ${preview.name}.`);
  }
}

function unreachable(): Answer {
  return conflict(
    "provider_unreachable",
    "The provider of the environment cannot be read, so nothing can be said of what it holds.",
    "Check the provider and its connection, then plan again.",
  );
}
