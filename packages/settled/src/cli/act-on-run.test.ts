import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOperationCatalog } from "../catalog/operation-catalog.ts";
import type { OperationRun } from "../run/operation-run.ts";
import type { CliConfig } from "./cli-config.ts";
import { type CliWorld, openCliWorld, type Said } from "./cli.test-kit.ts";

let world: CliWorld;
const OLGA = { kind: "operator", id: "olga", name: "olga" };
const ABSENT = "01970000-0000-7000-8000-000000000000";

beforeAll(async () => {
  world = await openCliWorld();
  const { engine, operations } = await world.config.settledOptions();
  await engine.prepare(createOperationCatalog(operations));
  await engine.close();
});
afterAll(() => world.close());

function runs(...argv: readonly string[]): Promise<Said> {
  return world.say(["runs", ...argv], world.config);
}

/** At a terminal, where somebody types this answer. */
function runsAtTerminal(typed: string, ...argv: readonly string[]) {
  const questions: string[] = [];
  const ask = (question: string) => {
    questions.push(question);
    return Promise.resolve(typed);
  };
  return world
    .say(["runs", ...argv], world.config, { ask })
    .then((said) => ({ ...said, questions }));
}

async function failed(): Promise<OperationRun> {
  return world.end(await world.begin(await world.start()), "failed");
}

async function lastEventOf(id: string): Promise<unknown> {
  const { rows } = await world.sql(
    "select kind, actor, detail from settled.operation_run_events where run_id = $1 order by sequence desc limit 1",
    [id],
  );
  return rows[0];
}

describe("runs cancel", () => {
  test("ends a run that was never begun, in the name of the person at the terminal: 0", async () => {
    const run = await world.start();
    const { code, out, err } = await runs("cancel", run.id, "--reason", "started by mistake");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("It was cancelled before it had started.");
    expect(await lastEventOf(run.id)).toMatchObject({
      kind: "cancelled",
      actor: OLGA,
      detail: { because: "started by mistake" },
    });
  });

  test("asks the worker of a run under way to stop, once", async () => {
    const run = await world.begin(await world.start());
    const first = await runs("cancel", run.id, "-o", "json");
    expect(JSON.parse(first.out)).toMatchObject({ id: run.id, cancellation: "requested" });
    const second = await runs("cancel", run.id, "-o", "ndjson");
    expect(JSON.parse(second.out)).toMatchObject({ cancellation: "already_requested" });
    expect(second.out.trimEnd()).not.toContain("\n");
  });

  test("of a run that has ended is refused in plain words: 1", async () => {
    const { code, out, err } = await runs("cancel", (await failed()).id);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("The run has ended already. There is nothing left to cancel.");
    expect(err).toContain("Look at how it ended.");
  });
});

describe("runs rerun", () => {
  test("starts a settled run again, and says as what: 0", async () => {
    const old = await failed();
    const { code, out } = await runs("rerun", old.id, "--reason", "quota raised", "-o", "json");
    expect(code).toBe(0);
    const run = JSON.parse(out) as { id: string };
    expect(run).toMatchObject({ rerun_of: old.id, joined: false, status: "queued" });
    const { rows } = await world.sql(
      "select actor, detail from settled.operation_run_events where run_id = $1 and kind = 'created'",
      [run.id],
    );
    expect(rows).toEqual([{ actor: { ...OLGA, via: "cli" }, detail: { because: "quota raised" } }]);
    const table = await runs("rerun", old.id);
    expect(table.out).toMatch(/^It was started again, as [0-9a-f-]{36}\.\n/);
  });

  test("joins the same work where it is under way already", async () => {
    const old = await failed();
    const config: CliConfig = {
      async settledOptions() {
        const given = await world.config.settledOptions();
        const operations = given.operations.map((operation) => ({
          ...operation,
          identity: () => old.id,
        }));
        return { ...given, operations };
      },
    };
    const rerun = () => world.say(["runs", "rerun", old.id, "-o", "json"], config);
    const first = JSON.parse((await rerun()).out) as { id: string };
    expect(JSON.parse((await rerun()).out)).toMatchObject({ id: first.id, joined: true });
  });

  test("of a run that has not ended, or of an unknown operation, is refused: 1", async () => {
    const waiting = await runs("rerun", (await world.start()).id);
    expect([waiting.code, waiting.out]).toEqual([1, ""]);
    expect(waiting.err).toContain("The run has not ended yet.");
    const strange = await world.end(await world.begin(await world.start("later.one")), "failed");
    const unknown = await runs("rerun", strange.id);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain("is not known here");
  });
});

describe("runs resolve", () => {
  const why = ["--reason", "I looked into the tenant"];

  test("settles a run by hand, with the artifact that proves it: 0", async () => {
    const run = await world.start();
    await world.makeReview(run);
    const related = `review/review-${run.id}`;
    const settled = ["--outcome", "succeeded", "--related", related, ...why];
    const { code, out } = await runs("resolve", run.id, "-o", "json", ...settled);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      outcome: "succeeded",
      artifact: { id: `review-${run.id}` },
    });
    expect(await lastEventOf(run.id)).toMatchObject({
      kind: "reconciled",
      actor: OLGA,
      detail: { because: "I looked into the tenant" },
    });
  });

  test("ends with 0 for what it did, however the run ended by it", async () => {
    const { id } = await world.start();
    const { code, out } = await runs("resolve", id, "--outcome", "failed", ...why);
    expect([code, out.split("\n")[0]]).toEqual([0, "It was settled as failed."]);
  });

  test("is refused for a success, a run with a living worker, and a result that is not there: 1", async () => {
    const done = await world.end(await world.begin(await world.start()), "succeeded");
    const working = await world.begin(await world.start());
    const lost = await world.start();
    const gone = ["--related", "review/nowhere"];
    const refusals = [
      [await runs("resolve", done.id, "--outcome", "failed", ...why), "stands as it is"],
      [await runs("resolve", working.id, "--outcome", "failed", ...why), "may still be at work"],
      [await runs("resolve", lost.id, "--outcome", "succeeded", ...gone, ...why), "is not there"],
    ] as const;
    for (const [{ code, out, err }, words] of refusals) {
      expect([code, out]).toEqual([1, ""]);
      expect(err).toContain(words);
    }
  });

  test.each([
    ["without an outcome", why, "--outcome"],
    ["without a reason", ["--outcome", "failed"], "--reason"],
    ["with a blank reason", ["--outcome", "failed", "--reason", " "], "1 to 1000 characters"],
    ["with an unknown outcome", ["--outcome", "fine", ...why], "succeeded"],
    ["with half an artifact", ["--outcome", "failed", "--related", "may", ...why], "a slash"],
  ])("%s is no command: 2", async (_what, options, words) => {
    const { code, err } = await runs("resolve", ABSENT, ...options);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe("at a terminal", () => {
  test.each(["", "n", "no", "yesterday"])("%j is no yes, and nothing is done: 1", async (typed) => {
    const run = await world.start();
    const { code, out, err, questions } = await runsAtTerminal(typed, "cancel", run.id);
    expect([code, out, err]).toEqual([1, "", "Nothing was done.\n"]);
    expect(questions).toEqual([expect.stringContaining(`Cancel ${run.id} (Review: `)]);
    expect((await lastEventOf(run.id)) as object).toMatchObject({ kind: "dispatched" });
  });

  test("yes is asked for once, and --yes says it beforehand", async () => {
    const asked = await runsAtTerminal(" Y ", "cancel", (await world.start()).id);
    expect([asked.code, asked.questions.length]).toEqual([0, 1]);
    const told = await runsAtTerminal("no", "cancel", (await world.start()).id, "--yes");
    expect([told.code, told.questions.length]).toEqual([0, 0]);
  });

  test("a run that changes while the person thinks is not settled as they saw it", async () => {
    const run = await world.start();
    const ask = async () => {
      await world.begin(run);
      return "yes";
    };
    const argv = ["runs", "resolve", run.id, "--outcome", "failed", "--reason", "so"];
    const { code, err } = await world.say(argv, world.config, { ask });
    expect(code).toBe(1);
    expect(err).toContain("The run has changed since you looked.");
  });
});

test("a run that does not exist: 3; an id that is none: 2; without a configuration: 2", async () => {
  for (const argv of [
    ["cancel"],
    ["rerun"],
    ["resolve", "--outcome", "failed", "--reason", "so"],
  ] as const) {
    const [verb, ...options] = argv;
    expect((await runs(verb, ABSENT, ...options)).code).toBe(3);
    expect((await runs(verb, "nonsense", ...options)).code).toBe(2);
    expect((await world.say(["runs", verb, ABSENT, ...options])).code).toBe(2);
  }
});

test("another workspace's run is not there", async () => {
  const run = await world.start();
  const { code } = await runs("cancel", run.id, "--workspace", "another");
  expect(code).toBe(3);
  expect(await lastEventOf(run.id)).toMatchObject({ kind: "dispatched" });
});
