import { jsonAnswer, type Route } from "settled/http";
import { setTimeZone } from "../access/set-time-zone.ts";
import type { Platform } from "../platform.ts";
import { answerRefusal, answerUnfit } from "./answer-refusal.ts";
import { placed, type PlacedAnswer } from "./placed-route.ts";
import { readAccessBody } from "./read-access-body.ts";
import { asTimeZone } from "./time-zone.ts";
import { CHANGE_WORKSPACE } from "./workspace-operations.ts";

/** What a workspace says of itself. */
export function workspaceRoutes({ database, settled }: Platform): readonly Route[] {
  const parts = { database, audit: settled.audit };
  const change: PlacedAnswer = async (exchange, place) => {
    const read = await readAccessBody(exchange, CHANGE_WORKSPACE.body);
    if (read.kind === "refused") return read.answer;
    const { time_zone: given } = read.body;
    const timeZone = given === null ? null : asTimeZone(given);
    if (given !== null && timeZone === null) {
      return answerUnfit("/time_zone", "There is no time zone of this name.");
    }
    const set = await setTimeZone(parts, { ...place, timeZone });
    if (set.kind === "refused") return answerRefusal(set.because);
    const { workspaceId: id, name } = set.workspace;
    return jsonAnswer({ id, name, time_zone: timeZone });
  };
  return [placed("PATCH", "/api/v1/workspaces/:workspace", CHANGE_WORKSPACE, change)];
}
