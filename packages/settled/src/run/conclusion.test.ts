import { describe, expect, test } from "vitest";
import { exampleRun } from "../testing/exercise-run-store/exam-runs.ts";
import { createManualClock } from "../testing/manual-clock.ts";
import { createMemoryRunStore } from "../testing/memory-run-store.ts";
import { alreadyDecided, asReconciliation, type Conclusion } from "./conclusion.ts";
import type { OperationRun } from "./operation-run.ts";

const RECORD_KEYS =
  "version adapter decision reason trigger attempt previous related checks decided_by";
const conclusion: Conclusion = {
  adapter: "letter",
  decision: "failed",
  reason: "nothing_produced",
  trigger: "went_silent",
  related: null,
  checks: [{ check: "letters", passed: false, detail: "0 letters" }],
  decidedBy: "sweeper-1",
};

async function silentRun(): Promise<OperationRun> {
  const store = createMemoryRunStore({ clock: createManualClock() });
  const { run } = await store.insertRun(exampleRun(), SYSTEM);
  return { ...run, status: "running", attempt: 2 };
}
const SYSTEM = { kind: "system", id: "settled", name: "Settled" } as const;

function settled(run: OperationRun, as: Conclusion): OperationRun {
  const record = { ...asReconciliation(run, as), decided_at: "2026-01-01T00:00:00.000Z" };
  const context = { ...run.context, reconciliation: record };
  return { ...run, status: "completed", outcome: as.decision, context };
}

describe("the record of a conclusion", () => {
  test("has exactly its keys, in their order, all but the date that the store adds", async () => {
    const run = await silentRun();
    const noisy = { ...conclusion, extra: "no" };
    const record = asReconciliation(run, {
      ...noisy,
      checks: [{ check: "letters", passed: false, detail: "0", extra: 1 } as never],
    });
    expect(Object.keys(record).join(" ")).toBe(RECORD_KEYS);
    expect(JSON.stringify(record)).toBe(
      '{"version":1,"adapter":"letter","decision":"failed","reason":"nothing_produced",' +
        '"trigger":"went_silent","attempt":2,"previous":{"status":"running","outcome":null},' +
        '"related":null,"checks":[{"check":"letters","passed":false,"detail":"0"}],' +
        '"decided_by":"sweeper-1"}',
    );
  });

  test("keeps what was reported before the first one, however many follow", async () => {
    const reported: OperationRun = {
      ...(await silentRun()),
      status: "completed",
      outcome: "failed",
    };
    const once = settled(reported, { ...conclusion, decision: "attention_required" });
    const twice = settled(once, { ...conclusion, decision: "succeeded" });
    expect(once.context.reconciliation?.previous).toEqual({
      status: "completed",
      outcome: "failed",
    });
    expect(twice.context.reconciliation?.previous).toEqual({
      status: "completed",
      outcome: "failed",
    });
  });

  test("is known to be stored already, whoever concluded it again and whatever made them look", async () => {
    const run = settled(await silentRun(), conclusion);
    const again = { ...conclusion, trigger: "operator", decidedBy: "ada", checks: [] } as const;
    expect(alreadyDecided(run, asReconciliation(run, again))).toBe(true);
  });

  test.each([
    ["another adapter", { adapter: "parcel" }],
    ["another decision", { decision: "blocked" }],
    ["another reason", { reason: "went_silent" }],
    ["another artifact", { related: { type: "letter", id: "7" } }],
  ] as const)("is new with %s", async (_, change) => {
    const run = settled(await silentRun(), conclusion);
    expect(alreadyDecided(run, asReconciliation(run, { ...conclusion, ...change }))).toBe(false);
  });

  test("is new for a run that nobody has judged, or that has begun again", async () => {
    const run = await silentRun();
    const record = asReconciliation(run, conclusion);
    expect(alreadyDecided(run, record)).toBe(false);
    expect(alreadyDecided({ ...run, outcome: "failed" }, record)).toBe(false);
    expect(alreadyDecided(settled(run, conclusion), { ...record, attempt: 3 })).toBe(false);
  });
});
