import { isRunId, type SqlExecutor } from "settled";
import {
  type Answer,
  answerStart,
  START_ANSWERS,
  problemAnswer,
  problemOfStartRefusal,
  type Route,
} from "settled/http";
import { z } from "zod";
import type { Platform } from "../../platform.ts";
import { ACCESS_STATES } from "../../restore/access-state.ts";
import { executeInput, selectedItems } from "../../restore/execute-input.ts";
import { findRestoreAnywhere } from "../../store/restore-store.ts";
import { type EnvironmentScope, notFound } from "../in-environment.ts";
import { type Asked, apiRoutes } from "./api-route.ts";
import { REASON, textOf } from "./given-text.ts";
import { wrongMember } from "./refusals.ts";

const CONFIRMED = textOf("The name of the environment", 200).describe(
  "As the environment is called: a restore writes to a tenant, so it is named once more.",
);

/**
 * POST …/restores starts a restore, and …/restores/{id}:resume goes on with one that did not come to its end. Both name
 * the environment once more, and answer like every start of an operation.
 */
export function startRestoreRoutes(platform: Platform): readonly Route[] {
  const route = apiRoutes(platform);
  const starting = {
    method: "POST",
    tag: "Restores",
    capability: "restores.execute",
    takesIdempotencyKey: true,
    answers: START_ANSWERS,
  } as const;
  return [
    route.writeEnvironment(
      {
        ...starting,
        id: "startRestore",
        path: "/restores",
        summary: "Writes what a snapshot holds back to the environment",
        body: z.strictObject({
          confirm_environment: CONFIRMED,
          snapshot_id: z.uuid("A snapshot id is a UUID."),
          items: selectedItems.optional().describe("Everything in the snapshot unless said."),
          ca_state: z.enum(ACCESS_STATES).optional(),
          reason: REASON.optional(),
        }),
      },
      (asked, tx) => {
        const { confirm_environment: _confirmed, reason: _reason, ...input } = asked.body;
        return startConfirmed(platform, tx, { asked, input });
      },
    ),
    route.writeEnvironment(
      {
        ...starting,
        id: "resumeRestore",
        path: "/restores/:restore:resume",
        summary: "Goes on where a restore ended; nothing is written twice",
        body: z.strictObject({ confirm_environment: CONFIRMED, reason: REASON.optional() }),
      },
      async (asked, tx) => {
        const { workspaceId, environmentId } = asked.place;
        const id = asked.exchange.pathPart("restore");
        const restore = isRunId(id) ? await findRestoreAnywhere(tx, workspaceId, id) : null;
        if (restore?.environmentId !== environmentId) return notFound();
        return startConfirmed(platform, tx, { asked, input: { resumes: restore.restoreId } });
      },
    ),
  ];
}

interface Confirmed {
  readonly confirm_environment: string;
  readonly reason?: string | undefined;
}

async function startConfirmed(
  { settled }: Platform,
  tx: SqlExecutor,
  order: {
    readonly asked: Asked<EnvironmentScope, unknown, Confirmed>;
    readonly input: z.input<typeof executeInput>;
  },
): Promise<Answer> {
  const { place, body, exchange } = order.asked;
  if (body.confirm_environment !== place.environment.name) {
    return wrongMember("/confirm_environment", "The environment of this address has another name.");
  }
  const answer = await settled.start({
    workspaceId: place.workspaceId,
    environmentId: place.environmentId,
    type: "restore.execute",
    input: order.input,
    initiator: exchange.asker,
    on: tx,
    ...(body.reason === undefined ? {} : { because: body.reason }),
  });
  if (answer.kind === "refused") return problemAnswer(problemOfStartRefusal(answer));
  return answerStart(exchange, answer);
}
