import { afterAll, beforeAll, expect, test } from "vitest";
import { freezeInputs } from "./freeze-inputs.ts";
import { openReviewWorld, type ReviewWorld } from "./review-world.test-kit.ts";

const EXPORT = { "Win - Antivirus": { puaprotection: "1" } };
const INPUT = { period: "2026-05" };

let world: ReviewWorld;

beforeAll(async () => {
  world = await openReviewWorld();
});

afterAll(async () => {
  await world.close();
});

test("a later attempt composes from what the first one froze, whatever has happened since", async () => {
  const { database } = world.platform;
  const scope = await world.newEnvironment("frozen-once", EXPORT);
  const { run } = await world.compose(scope, INPUT);
  const first = await freezeInputs(database, run, INPUT);
  await world.capture(scope, { "Win - Antivirus": { puaprotection: "2" } });
  const second = await freezeInputs(database, run, INPUT);
  expect(first.kind).toBe("frozen");
  expect(second).toEqual(first);
});

test("inputs that were frozen under the rules of another release are not composed under these", async () => {
  const { database } = world.platform;
  const scope = await world.newEnvironment("other-rules", EXPORT);
  const { run } = await world.compose(scope, INPUT);
  await database.executeSql(
    `update platform.review_manifests set inputs = inputs || '{"ruleset_hash": "ruleset1:earlier"}' where run_id = $1`,
    [run.id],
  );
  expect(await freezeInputs(database, run, INPUT)).toEqual({ kind: "rules_changed" });
});

test("the same content in another period is another review, and what is not in the content makes none", async () => {
  const { database } = world.platform;
  const scope = await world.newEnvironment("fingerprint", EXPORT);
  const may = await world.compose(scope, INPUT);
  const june = await world.compose(scope, { period: "2026-06" });
  await world.capture(scope);
  const again = await world.compose(scope, INPUT);
  const prints = await Promise.all(
    [may, june, again].map(async ({ run }) => {
      const frozen = await freezeInputs(database, run, INPUT);
      return frozen.kind === "frozen" ? frozen.manifest.fingerprint : frozen.kind;
    }),
  );
  expect(prints[0]).toMatch(/^rf1:[0-9a-f]{64}$/);
  expect(prints[1]).not.toBe(prints[0]);
  expect(prints[2]).toBe(prints[0]);
});
