import type { ServedRunJson } from "../../http/served-run-json.ts";
import type { Problem } from "../../http/problem.ts";
import { problemOf } from "../../http/problem.ts";
import { problemOfActionRefusal, problemOfStartRefusal } from "../../http/problem-of-refusal.ts";
import { asFindingJson } from "../../reconcile/finding-json.ts";
import type { OperationRun } from "../../run/operation-run.ts";
import { asEnvironmentId, asRunId } from "../../run/scope.ts";
import { actorOf } from "../actor-at-terminal.ts";
import type { WritingDesk } from "../open-desk.ts";
import { createDatabaseRunDesk, type DatabaseDeskOptions, viewRun } from "./database-run-desk.ts";
import { actOnMany, foretellMany } from "./many-in-database.ts";
import type { ActingDesk, DeskAnswer, Why } from "./run-desk.ts";

/** The desk of a database with a configuration: acts in the name of the account at the terminal. */
export function createDatabaseActingDesk(options: DatabaseDeskOptions<WritingDesk>): ActingDesk {
  const { io, desk, workspaceId } = options;
  const { settled } = desk;
  const actor = actorOf(io);
  return {
    ...createDatabaseRunDesk(options),
    async start({ type, environmentId, input }) {
      await settled.prepare();
      const environment = environmentId === null ? null : asEnvironmentId(environmentId);
      const place = { workspaceId, environmentId: environment };
      const answer = await settled.start({ ...place, type, input, initiator: actor });
      return answer.kind === "refused"
        ? refused(problemOfStartRefusal(answer))
        : shown(options, answer.run, { joined: answer.joined });
    },
    async cancel(id, why) {
      const answer = await settled.cancel({ workspaceId, id, ...becauseOf(why) }, actor);
      return answer.kind === "refused"
        ? refused(problemOfActionRefusal(answer.because))
        : shown(options, answer.run, { cancellation: answer.kind });
    },
    async rerun(id, why) {
      const run = await desk.reader.findRun(workspaceId, id);
      if (run === null) return refused(problemOf("not_found"));
      const answer = await settled.rerun({ run, initiator: actor, ...becauseOf(why) });
      return answer.kind === "refused"
        ? refused(problemOfActionRefusal(answer.because))
        : shown(options, answer.run, { joined: answer.joined });
    },
    async resolve({ id, version }, { outcome, related, reason: because }) {
      const settlement = { outcome, related, because, actor, expectedVersion: version };
      const answer = await settled.resolve({ workspaceId, id: asRunId(id), ...settlement });
      return answer.kind === "refused"
        ? refused(problemOfActionRefusal(answer.because))
        : shown(options, answer.run, {});
    },
    async reconcile(id, { dryRun }) {
      const run = await desk.reader.findRun(workspaceId, id);
      if (run === null) return refused(problemOf("not_found"));
      const report = await settled.reconcile({ run, actor, dryRun });
      if (report.found.kind === "unknown_operation") {
        return refused(problemOfActionRefusal("operation_not_known"));
      }
      const wasOvertaken = report.found.kind === "settle" && !report.changed && !dryRun;
      if (wasOvertaken) return refused(problemOfActionRefusal("busy"));
      return { kind: "done", done: asFindingJson(report) };
    },
    foretellMany: (order) => foretellMany(options, order),
    actOnMany: (order) => actOnMany(options, order),
  };
}

async function shown<Members extends object>(
  options: DatabaseDeskOptions,
  run: OperationRun,
  members: Members,
): Promise<DeskAnswer<ServedRunJson & Members>> {
  return { kind: "done", done: { ...(await viewRun(options, run)), ...members } };
}

function refused(refusal: Problem): DeskAnswer<never> {
  return { kind: "refused", refusal };
}

function becauseOf({ reason }: Why): { readonly because?: string } {
  return reason === undefined ? {} : { because: reason };
}
