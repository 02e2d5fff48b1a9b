import { expect, test } from "vitest";
import { liveItemOf } from "./live-item.ts";
import type { RestoreAttempt } from "./restore-shape.ts";

const ITEM = { no: 3, action: "create", steps: ["create", "assign"] } as const;
const item = { ...ITEM, steps: [...ITEM.steps] };

function attempt(
  no: number,
  step: RestoreAttempt["step"],
  outcome: RestoreAttempt["outcome"],
  itemNo = 3,
): RestoreAttempt {
  return {
    no,
    item_no: itemNo,
    step,
    started_at: "2026-05-24T14:05:00.000Z",
    outcome,
    reason: null,
    http_status: null,
    request_id: null,
    response_id: null,
    approval_expires_at: null,
  };
}

test("an item that no request was sent for waits, and requests of others do not count", () => {
  expect(liveItemOf(item, [])).toEqual({ step: "waiting", done: 0, of: 2 });
  expect(liveItemOf(item, [attempt(1, "create", "verified", 4)]).step).toBe("waiting");
});

test("an item is written only when each of its steps was read back", () => {
  const first = attempt(1, "create", "verified");
  expect(liveItemOf(item, [first])).toEqual({ step: "part", done: 1, of: 2 });
  expect(liveItemOf(item, [first, attempt(2, "assign", "acked")]).step).toBe("sending");
  const both = [first, attempt(2, "assign", "verified")];
  expect(liveItemOf(item, both)).toEqual({ step: "written", done: 2, of: 2 });
});

test("of two requests for one step the later one tells", () => {
  const again = [attempt(1, "create", "unknown"), attempt(2, "create", "verified")];
  expect(liveItemOf(item, again)).toMatchObject({ step: "part", done: 1 });
  expect(liveItemOf(item, [attempt(1, "create", "unknown")]).step).toBe("silent");
  expect(liveItemOf(item, [attempt(1, "create", "rejected")]).step).toBe("refused");
});

test("what is not to be written needs no request", () => {
  expect(liveItemOf({ ...item, action: "skip", steps: [] }, []).step).toBe("as_wanted");
  expect(liveItemOf({ ...item, steps: [] }, []).step).toBe("not_attempted");
});
