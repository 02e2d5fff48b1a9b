import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationRun } from "../run/operation-run.ts";
import { type BothDoors, comparable, openBothDoors } from "./both-doors.test-kit.ts";
import type { Said } from "./cli.test-kit.ts";

const FORMATS = ["table", "json", "ndjson"] as const;
const ABSENT = "01970000-0000-7000-8000-000000000000";
const MOUNT = "/internal/ops";

let doors: BothDoors;
let folder: string;

beforeAll(async () => {
  doors = await openBothDoors();
  folder = mkdtempSync(join(tmpdir(), "settled-doors-"));
});
afterAll(async () => {
  await doors.close();
  rmSync(folder, { recursive: true });
});

/** Says a command at both doors about twins, and answers what both said. */
async function saidAtBoth(
  argvOf: (run: OperationRun) => readonly string[],
  make: () => Promise<OperationRun>,
): Promise<Said> {
  const over = [];
  for (const say of [doors.overDatabase, doors.overServer]) {
    over.push(comparable(await say(argvOf(await make())), MOUNT));
  }
  const [database, server] = over;
  expect(server).toEqual(database);
  return server as Said;
}

const waiting = () => doors.world.start();
const running = async () => doors.world.begin(await waiting());
const failed = async () => doors.world.end(await running(), "failed");
const made = async () => {
  const run = await waiting();
  await doors.world.makeReview(run);
  return run;
};

describe.each(FORMATS)("as %s both doors answer the same", (format) => {
  const output = ["-o", format];

  test("to a look at a run, wherever it is in its life", async () => {
    const succeeded = await doors.world.end(await running(), "succeeded");
    const doubtful = await waiting();
    await doors.world.reconcile(doubtful, "attention_required");
    const looks = [
      [await waiting(), 0],
      [await running(), 0],
      [await failed(), 4],
      [succeeded, 0],
      [doubtful, 5],
    ] as const;
    for (const [run, expected] of looks) {
      const { code } = await saidAtBoth(
        ({ id }) => ["runs", "show", id, ...output],
        () => Promise.resolve(run),
      );
      expect([run.outcome, code]).toEqual([run.outcome, expected]);
    }
  });

  test("to a watch of a run that has ended", async () => {
    const { code } = await saidAtBoth(({ id }) => ["runs", "watch", id, ...output], failed);
    expect(code).toBe(4);
  });

  test("to a list, narrowed and cut, down to the place behind it", async () => {
    const run = await failed();
    await failed();
    const same = () => Promise.resolve(run);
    for (const filter of [
      [],
      ["--limit", "1"],
      ["--outcome", "failed", "--type", "review.compose", "--environment", "berlin"],
      ["--type", "nothing.known"],
      ["--environment", "paris"],
    ]) {
      const { code } = await saidAtBoth(() => ["runs", "list", ...filter, ...output], same);
      expect(code).toBe(0);
    }
  });

  test("to every filter of a list, page by page and all at once", async () => {
    const run = await failed();
    const since = run.createdAt.toISOString();
    for (const filter of [
      ["--q", `anna ${run.id.slice(0, 8)}`],
      ["--initiator", "anna", "--since", since],
      ["--reason", "ambiguous", "--until", since],
      ["--needs-person", "true", "--reconciled", "true"],
    ]) {
      for (const more of [[], format === "ndjson" ? ["--all"] : ["--limit", "1"]]) {
        const argv = ["runs", "list", ...filter, ...more, ...output];
        const { code } = await saidAtBoth(
          () => argv,
          () => Promise.resolve(run),
        );
        expect([filter, code]).toEqual([filter, 0]);
      }
    }
  });

  test("to an action on many runs, foretold and done", async () => {
    const bulk = ["runs", "bulk", "--action", "cancel"];
    const why = ["--reason", "The licence was renewed."];
    const cases: readonly [code: number, argvOf: (run: OperationRun) => readonly string[]][] = [
      [0, ({ id }) => [...bulk, id, ABSENT, "--dry-run"]],
      [0, ({ id }) => [...bulk, id, ABSENT, ...why]],
      [1, () => [...bulk, ABSENT, ...why]],
      [0, ({ id }) => [...bulk, "--q", id, "--dry-run"]],
      [2, ({ id }) => [...bulk, id]],
    ];
    for (const [expected, argvOf] of cases) {
      const { code } = await saidAtBoth((run) => [...argvOf(run), ...output], waiting);
      expect(code).toBe(expected);
    }
  });

  test("to what can be started", async () => {
    const { out } = await saidAtBoth(() => ["operations", ...output], waiting);
    expect(out).toContain("reviews.compose");
  });

  test("to a start", async () => {
    const start = ["runs", "start", "review.compose", "--environment", "berlin", "--input", "{}"];
    const { code, out } = await saidAtBoth(() => [...start, ...output], waiting);
    expect(code).toBe(0);
    expect(out).toMatch(format === "table" ? /^It was started, as ID-1\./ : /"joined": ?false/);
  });

  test("to every action on a run", async () => {
    const why = ["--reason", "I looked"];
    const proof = ({ id }: OperationRun) => ["--related", `review/review-${id}`];
    const acts: readonly [code: number, make: () => Promise<OperationRun>, ...argv: string[]][] = [
      [0, waiting, "cancel", ...why],
      [0, running, "cancel"],
      [1, failed, "cancel"],
      [0, failed, "rerun", ...why],
      [1, waiting, "rerun"],
      [0, waiting, "resolve", "--outcome", "failed", ...why],
      [1, running, "resolve", "--outcome", "failed", ...why],
      [1, waiting, "resolve", "--outcome", "succeeded", ...why],
    ];
    for (const [expected, make, verb = "", ...more] of acts) {
      const argvOf = ({ id }: OperationRun) => ["runs", verb, id, ...more, ...output];
      const { code } = await saidAtBoth(argvOf, make);
      expect([verb, ...more, code]).toEqual([verb, ...more, expected]);
    }
    const done = ["--outcome", "succeeded", ...why, ...output];
    for (const [expected, make] of [
      [0, made],
      [1, waiting],
    ] as const) {
      const { code } = await saidAtBoth(
        (run) => ["runs", "resolve", run.id, ...proof(run), ...done],
        make,
      );
      expect(code).toBe(expected);
    }
  });

  test("to a look at the truth, foretold and done", async () => {
    for (const make of [waiting, running, failed, made]) {
      for (const dry of [["--dry-run"], []]) {
        await saidAtBoth(({ id }) => ["reconcile", "--run", id, ...dry, ...output], make);
      }
    }
  });
});

describe("both doors refuse the same", () => {
  const refusals: readonly [code: number, ...argv: string[]][] = [
    [3, "runs", "show", ABSENT],
    [3, "runs", "watch", ABSENT],
    [3, "runs", "cancel", ABSENT],
    [3, "reconcile", "--run", ABSENT],
    [2, "runs", "show", "nonsense"],
    [2, "runs", "list", "--workspace", "a b"],
    [2, "runs", "start", "review.composed"],
    [2, "runs", "start", "review.compose", "--input", "{"],
    [2, "runs", "start", "review.compose", "--input", "{}", "--input-file", "x.json"],
    [2, "runs", "start", "review.compose", "--input-file", "missing.json"],
  ];

  test.for(refusals)("%i: %s %s %s %s %s", async ([code, ...argv]) => {
    const said = await saidAtBoth(() => argv, waiting);
    expect(said).toMatchObject({ code, out: "" });
    expect(said.err).toMatch(/^✗ [^\n]+\n {2}[^\n]+\n$/);
  });

  test("a place behind a list that no list has given out: 2", async () => {
    for (const say of [doors.overDatabase, doors.overServer]) {
      expect(await say(["runs", "list", "--cursor", "x"])).toMatchObject({ code: 2, out: "" });
    }
  });
});

test.each(["csv", "ndjson"])("both doors write the same file as %s", async (kind) => {
  const run = await failed();
  const argv = ["runs", "export", "--format", kind, "--q", run.id];
  const { code, out } = await saidAtBoth(
    () => argv,
    () => Promise.resolve(run),
  );
  expect([code, out.split("\n").length]).toEqual([0, kind === "csv" ? 3 : 2]);
});

test("the input may come from a file, and the same work is joined", async () => {
  writeFileSync(join(folder, "input.json"), '{"month":"2026-05"}');
  const argv = ["runs", "start", "review.compose", "--environment", "berlin", "-o", "json"];
  const file = ["--input-file", "input.json"];
  const said = await doors.overServer([...argv, ...file], { currentFolder: folder });
  const { id } = JSON.parse(said.out) as { id: string };
  const { rows } = await doors.world.sql("select input from settled.operation_runs where id = $1", [
    id,
  ]);
  expect(rows).toEqual([{ input: { month: "2026-05" } }]);
});

test("a watch over a server hears of a run's end without being asked again and again", async () => {
  const run = await running();
  const watched = doors.overServer(["runs", "watch", run.id, "-o", "ndjson"]);
  setTimeout(() => void doors.world.end(run, "blocked"), 200);
  const { code, out } = await watched;
  expect(code).toBe(5);
  const kinds = out
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { kind?: string }).kind);
  expect(kinds).toEqual(["created", "dispatched", "begun", "finished", undefined]);
});

test("who is asked at a terminal settles the run as it was shown, or not at all", async () => {
  const run = await waiting();
  const ask = async () => {
    await doors.world.begin(run);
    return "yes";
  };
  const argv = ["runs", "resolve", run.id, "--outcome", "failed", "--reason", "so"];
  const { code, err } = await doors.overServer(argv, { ask });
  expect(code).toBe(1);
  expect(err).toContain("The run has changed since you looked.");
});

test("what the policy forbids ends with 3 and names the capability", async () => {
  const argv = ["runs", "start", "review.compose", "--environment", "paris"];
  const { code, err } = await doors.overServer(argv);
  expect(code).toBe(3);
  expect(err).toContain("This needs the capability reviews.compose.");
});

test("a run's technical detail stays out of the terminal, whatever the token may see", async () => {
  const run = await running();
  await doors.world.sql(
    "update settled.operation_runs set failure = $2, version = version + 1 where id = $1",
    [run.id, JSON.stringify({ name: "E", message: "hush-hush", stack: "at x", attempt: 1 })],
  );
  for (const say of [doors.overDatabase, doors.overServer]) {
    const { out } = await say(["runs", "show", run.id, "-o", "json"]);
    expect(out).toContain(run.id);
    expect(out).not.toContain("hush-hush");
  }
});

test("the doctor asks a server whether it is ready", async () => {
  const { code, out } = await doors.overServer(["doctor", "-o", "json"]);
  // Nobody sweeps here: what is lost stays lost.
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    well: false,
    findings: [
      { check: "server", level: "ok" },
      { check: "database", level: "ok" },
      { check: "migrations", level: "ok" },
      { check: "workers" },
      { check: "sweeper", level: "problem" },
    ],
    invariants: null,
  });
});

test.for([
  ["migrate"],
  ["worker"],
  ["reconcile"],
  ["reconcile", "--dry-run"],
  ["doctor", "--check"],
])("what only the database can be asked is refused over a server: %s %s", async (argv) => {
  const { code, out, err } = await doors.overServer(argv);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("on the database itself");
});
