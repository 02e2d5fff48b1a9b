import type { PgBoss } from "pg-boss";
import { type Clock, SYSTEM_CLOCK } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import { ERROR_TEXT_BYTES_MAX, safeText } from "../../run/safe-text.ts";

/** During an outage every slot fails twice a second: one line in so many milliseconds says it. */
const SAME_LINE_EVERY_MS = 10_000;
const LINES_REMEMBERED_MAX = 100;
/** pg-boss adds the slot to the message of a failed fetch. */
const SLOT = / \(Queue: .*\)$/;

/** Logs what pg-boss reports. Without a listener on `error` the first lost connection would end the process. */
export function logBossEvents(boss: PgBoss, logger: Logger, clock: Clock = SYSTEM_CLOCK): void {
  const lastLoggedMs = new Map<string, number>();
  const isNew = (line: string): boolean => {
    const last = lastLoggedMs.get(line);
    const now = clock.nowMs();
    if (last !== undefined && now - last < SAME_LINE_EVERY_MS) return false;
    if (lastLoggedMs.size >= LINES_REMEMBERED_MAX) lastLoggedMs.clear();
    lastLoggedMs.set(line, now);
    return true;
  };
  boss.on("error", (error) => {
    const said = textOf(error).replace(SLOT, "");
    if (isNew(said)) logger.error({ engine: "pg-boss", error: said }, "pg-boss reports an error");
  });
  boss.on("warning", (warning) => {
    const said = textOf(warning);
    if (isNew(said)) logger.warn({ engine: "pg-boss", warning: said }, "pg-boss warns");
  });
}

function textOf(event: { readonly message?: unknown }): string {
  const { message } = event;
  return safeText(
    typeof message === "string" ? message : "It gave no words.",
    ERROR_TEXT_BYTES_MAX,
  );
}
