import { describe, expect, test } from "vitest";
import { isLegalMove, LEGAL_MOVES, mayTurn } from "./legal-moves.ts";
import { RUN_EVENT_KINDS, type RunEventKind } from "./run-event.ts";
import { RUN_OUTCOMES, RUN_STATUSES, type RunPosition, type RunStatus } from "./run-position.ts";

function at(status: RunStatus, attempt = 1): RunPosition {
  return { status, outcome: status === "completed" ? "failed" : null, attempt };
}

/** Which statuses each event may join, as `from>to`. */
const MOVES: Readonly<Record<RunEventKind, readonly string[]>> = {
  created: [],
  dispatched: ["queued>queued"],
  redispatched: ["queued>queued"],
  begun: ["queued>running", "running>running"],
  attempt_ended: ["running>running"],
  went_silent: ["running>running"],
  cancel_requested: ["running>running"],
  cancelled: ["queued>completed"],
  finished: ["running>completed"],
  reconciled: ["queued>completed", "running>completed", "completed>completed"],
  late_report: ["queued>queued", "running>running", "completed>completed"],
  delivery_ignored: ["queued>queued", "running>running", "completed>completed"],
};

describe.each(RUN_EVENT_KINDS)("the event %s", (kind) => {
  const next = kind === "begun" ? 2 : 1;

  test("joins exactly the statuses of the table", () => {
    const joined = RUN_STATUSES.flatMap((from) =>
      RUN_STATUSES.filter((to) => {
        const blocked: RunPosition = { status: to, outcome: "blocked", attempt: next };
        const target = kind === "reconciled" && to === "completed" ? blocked : at(to, next);
        return isLegalMove(kind, at(from), target);
      }).map((to) => `${from}>${to}`),
    );
    expect(joined).toEqual(MOVES[kind]);
  });

  test("changes the attempt number only by beginning, and by one", () => {
    for (const move of MOVES[kind]) {
      const [from, to] = move.split(">") as [RunStatus, RunStatus];
      for (const attempt of [0, 1, 2, 3].filter((number) => number !== next)) {
        expect(isLegalMove(kind, at(from), { ...at(to, attempt), outcome: null })).toBe(false);
        expect(isLegalMove(kind, at(from), at(to, attempt))).toBe(false);
      }
    }
  });

  test("makes a run only if it is the creation", () => {
    const made = isLegalMove(kind, null, at("queued", 0));
    expect(made).toBe(kind === "created");
  });

  test("never takes a run out of succeeded", () => {
    const succeeded: RunPosition = { status: "completed", outcome: "succeeded", attempt: 1 };
    for (const status of RUN_STATUSES) {
      for (const outcome of [null, ...RUN_OUTCOMES]) {
        const to = { status, outcome, attempt: next };
        const stays = LEGAL_MOVES[kind] === "no_move" && outcome === "succeeded";
        expect(isLegalMove(kind, succeeded, to)).toBe(stays && status === "completed");
      }
    }
  });

  test("never leaves a run completed without an outcome, or active with one", () => {
    const before = [null, at("queued"), at("running"), at("completed")];
    for (const from of before) {
      expect(isLegalMove(kind, from, { status: "completed", outcome: null, attempt: next })).toBe(
        false,
      );
      for (const status of ["queued", "running"] as const) {
        expect(isLegalMove(kind, from, { status, outcome: "failed", attempt: next })).toBe(false);
      }
    }
  });
});

test("an outcome may turn into any other, but succeeded never turns", () => {
  for (const from of RUN_OUTCOMES) {
    for (const to of RUN_OUTCOMES) {
      expect(mayTurn(from, to)).toBe(from !== "succeeded" && from !== to);
    }
    expect(mayTurn(from, null)).toBe(false);
    expect(mayTurn(null, from)).toBe(false);
  }
});
