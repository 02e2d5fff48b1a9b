import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CliConfig } from "./cli-config.ts";
import { type CliWorld, openCliWorld } from "./cli.test-kit.ts";

let world: CliWorld;
let config: CliConfig;

beforeAll(async () => {
  world = await openCliWorld();
  config = {
    ...world.config,
    settledOptions: async () => ({ ...(await world.config.settledOptions()), bulk: true }),
  };
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.sql("alter table settled.operation_run_events disable trigger user");
  await world.sql("delete from settled.operation_run_events");
  await world.sql("delete from settled.operation_runs");
});

function linesOf({ out }: { readonly out: string }): readonly string[] {
  return out.trimEnd() === "" ? [] : out.trimEnd().split("\n");
}

describe("runs list", () => {
  test("is narrowed by every filter that the API knows", async () => {
    const failed = await world.end(await world.begin(await world.start()), "failed");
    const open = await world.begin(await world.start());
    await world.reconcile(open, "attention_required");
    await world.start();
    const found = async (...filter: string[]) => {
      const said = await world.say(["runs", "list", "-o", "ndjson", ...filter], config);
      expect([said.code, said.err]).toEqual([0, ""]);
      return linesOf(said).map((line) => (JSON.parse(line) as { id: string }).id);
    };
    expect(await found("--reconciled", "true")).toEqual([open.id]);
    expect(await found("--needs-person", "true")).toEqual([open.id]);
    expect(await found("--reason", "ambiguous")).toEqual([open.id]);
    expect(await found("--q", `anna ${failed.id.slice(0, 8)}`, "--outcome", "failed")).toEqual([
      failed.id,
    ]);
    expect(await found("--initiator", "anna")).toHaveLength(3);
    expect(await found("--initiator", "nobody")).toEqual([]);
    expect(await found("--since", "2020-01-01", "--until", "2020-01-02")).toEqual([]);
  });

  test.each([
    ["--q", "%%"],
    ["--since", "yesterday"],
    ["--until", "2026-02-31"],
    ["--reconciled", "perhaps"],
  ])("%s %s is refused: 2", async (flag, value) => {
    const { code, err } = await world.say(["runs", "list", flag, value]);
    expect(code).toBe(2);
    expect(err).toContain(flag);
  });

  test("with --all writes every page, a run a line, and only so", async () => {
    await Promise.all(Array.from({ length: 205 }, () => world.start()));
    const said = await world.say(["runs", "list", "--all", "-o", "ndjson"]);
    const ids = linesOf(said).map((line) => (JSON.parse(line) as { id: string }).id);
    expect(new Set(ids).size).toBe(205);
    expect((await world.say(["runs", "list", "--all"])).code).toBe(2);
  });
});

describe("runs export", () => {
  test("writes a file for spreadsheets, with a head and a line for each run", async () => {
    await world.end(await world.begin(await world.start()), "failed");
    await world.start();
    const argv = ["runs", "export", "--format", "csv", "--outcome", "failed"];
    const { code, out } = await world.say(argv, config);
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"run_id","workspace_id"');
    expect(lines[1]).toContain('"failed"');
  });
});

describe("runs bulk", () => {
  const WHY = ["--reason", "The licence was renewed."];
  const CANCEL = ["runs", "bulk", "--action", "cancel"];

  test("says what would become of each run, and does nothing", async () => {
    const queued = await world.start();
    await world.end(await world.begin(await world.start()), "failed");
    const argv = [...CANCEL, "--type", "review.compose", "--dry-run"];
    const { code, out } = await world.say(argv, config);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`will be taken +1 +${queued.id}`));
    expect(out).toMatch(/already over +1/);
    const json = await world.say([...argv, "-o", "json"], config);
    expect(JSON.parse(json.out)).toMatchObject({ dry_run: true, targets: 2, will_be_taken: 1 });
    const { rows } = await world.sql("select 1 from settled.operation_runs");
    expect(rows).toHaveLength(2);
  });

  test("starts a run of its own with the runs frozen as they are", async () => {
    const [one, two] = [await world.start(), await world.start()];
    const { code, out } = await world.say(
      [...CANCEL, one.id, two.id, ...WHY, "-o", "json"],
      config,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      operation: { type: "operation_runs.bulk.apply" },
      initiator: { kind: "operator", id: "olga" },
      joined: false,
      preview: { will_be_taken: 2 },
    });
    const { rows } = await world.sql(
      "select input from settled.operation_runs where operation_type = 'operation_runs.bulk.apply'",
    );
    expect(rows).toMatchObject([
      { input: { action: "cancel", targets: [{ id: one.id, version: 2, status: "queued" }, {}] } },
    ]);
  });

  test("asks a person first, and a no does nothing", async () => {
    const run = await world.start();
    const asked: string[] = [];
    const ask = (question: string) => {
      asked.push(question);
      return Promise.resolve("n");
    };
    const { code, err } = await world.say([...CANCEL, run.id, ...WHY], config, { ask });
    expect([code, asked]).toEqual([1, ["cancel 1 runs? [y/N] "]]);
    expect(err).toContain("Nothing was done.");
  });

  test("with nothing to act on says so: 1", async () => {
    const run = await world.end(await world.begin(await world.start()), "failed");
    const { code, err } = await world.say([...CANCEL, run.id, ...WHY], config);
    expect(code).toBe(1);
    expect(err).toContain("none of these runs");
  });

  test.each([
    ["no reason", [...CANCEL, "--status", "queued"]],
    ["neither ids nor a filter", [...CANCEL, ...WHY]],
    ["both", [...CANCEL, "0197c000-0000-7000-8000-000000000001", "--status", "queued", ...WHY]],
    ["an outcome for cancel", [...CANCEL, "--status", "queued", "--result", "failed", ...WHY]],
    ["no outcome for resolve", ["runs", "bulk", "--action", "resolve", "--q", "x", ...WHY]],
    ["no action", ["runs", "bulk", "--status", "queued", ...WHY]],
  ])("with %s is refused: 2", async (_words, argv) => {
    const { code, out } = await world.say(argv, config);
    expect([code, out]).toEqual([2, ""]);
  });

  test("where it is not switched on says so: 2", async () => {
    const run = await world.start();
    const { code, err } = await world.say([...CANCEL, run.id, "--yes", ...WHY], world.config);
    expect(code).toBe(2);
    expect(err).toContain("not switched on");
  });
});
