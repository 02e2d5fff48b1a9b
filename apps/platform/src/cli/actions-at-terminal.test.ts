import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CONTOSO, openServedWorld, type ServedWorld } from "../server/served-world.test-kit.ts";
import { createBaseline } from "./create-baseline.ts";
import { decideFinding } from "./decide-finding.ts";
import { findingsForTerminal } from "./findings-for-terminal.ts";
import { pinFromTerminal } from "./pin-from-terminal.ts";
import { retractFromTerminal } from "./review-retract.ts";

let world: ServedWorld;

beforeAll(async () => {
  world = await openServedWorld();
});

afterAll(async () => {
  await world.close();
});

test("what is done at the terminal stands in the log, with who did it and why", async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const { platform } = world;
  const place = { workspace: "north", environment: "contoso", output: "json" } as const;
  await createBaseline(platform, {
    workspace: "north",
    name: "Gold",
    snapshotOf: "contoso",
    mode: "exact",
    withAssignments: false,
    exclude: [],
    rationale: "",
  });
  const compared = { ...place, baseline: "Gold" };
  const pin = { ...compared, policy: "Win - Encryption" };
  const providerId = "00000000-0000-4000-8000-000000000009";
  await pinFromTerminal(platform, { ...pin, providerId, remove: false });
  await pinFromTerminal(platform, { ...pin, remove: true });
  const { report } = await findingsForTerminal(platform, compared);
  const key = report.findings[0]?.finding_key ?? "";
  await decideFinding(platform, key, { ...compared, as: "to_fix", reason: "next month" });
  const [review] = await world.reviewsOf(CONTOSO);
  const id = review?.reviewId ?? "";
  await retractFromTerminal(platform, { ...place, id, became: "withdrawn", reason: "wrong" });
  vi.restoreAllMocks();
  const answer = await world.get("/api/v1/workspaces/north/audit?limit=5");
  const { entries } = (await answer.json()) as { entries: Record<string, unknown>[] };
  expect(entries).toMatchObject([
    { action: "review.withdraw", via: "cli", reason: "wrong", environment_id: "contoso" },
    { action: "finding.decide", reason: "next month", target: { id: key } },
    { action: "baseline.unpin" },
    { action: "baseline.pin" },
    { action: "baseline.release", environment_id: null, target: { name: "Gold" } },
  ]);
});
