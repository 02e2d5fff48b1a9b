import { execFile } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { CATALOG, driftedPlace } from "../restore/drifted-place.test-kit.ts";
import { namesIn, openRestoreWorld, type RestoreWorld } from "../restore/restore-world.test-kit.ts";
import { listRestores } from "../store/restore-store.ts";

const BIN = path.join(import.meta.dirname, "../../bin/platform.js");

let world: RestoreWorld;

beforeAll(async () => {
  world = await openRestoreWorld();
}, 60_000);

afterAll(async () => {
  await world.close();
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `platform restore …` as its own process, with nobody at the terminal. */
function restore(...words: readonly string[]): Promise<Said> {
  const env = { ...process.env, DATABASE_URL: world.server.url };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BIN, "restore", ...words],
      { env },
      (error, out, err) => {
        // One that a signal has ended has no code at all.
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
    child.stdin?.end();
  });
}

test("a restore is shown before it is made, is made only when confirmed, and tells what was written", async () => {
  await using folder = await temporaryFolder();
  const place = await driftedPlace(world, folder.root);
  const where = ["--workspace", place.workspaceId, "--environment", place.environmentId ?? ""];
  const what = [...where, "--snapshot", place.snapshotId];

  const plan = await restore("plan", ...what, "-o", "json");
  expect([plan.code, JSON.parse(plan.out)]).toMatchObject([
    0,
    {
      identity: "proven",
      summary: { would_write: 2, not_attempted: 0, as_wanted_already: 1 },
      items: [
        { name: "Win - Changed", action: "update", reason: "content_differs" },
        { name: "Win - Gone", action: "create", reason: "missing" },
        { name: "Win - Kept", action: "skip", reason: "as_wanted" },
      ],
    },
  ]);
  expect(await listRestores(world.platform.database, place)).toEqual([]);

  const unconfirmed = await restore("run", ...what);
  expect([unconfirmed.code, unconfirmed.err]).toEqual([
    2,
    expect.stringContaining("Add --yes if you mean it."),
  ]);
  expect(await namesIn(folder.root, CATALOG)).toHaveLength(2);

  const chosen = await restore("run", ...what, "--select", "Win - Gone", "--yes");
  expect([chosen.code, chosen.out]).toEqual([0, expect.stringContaining("Restore: succeeded")]);
  expect(await namesIn(folder.root, CATALOG)).toHaveLength(3);

  const [made] = await listRestores(world.platform.database, place);
  const shown = await restore(
    "show",
    made?.runId ?? "",
    "--workspace",
    place.workspaceId,
    "-o",
    "json",
  );
  expect(JSON.parse(shown.out)).toMatchObject({
    outcome: "succeeded",
    sentence: "1 of 1 written. Nothing else was changed.",
    items: [{ name: "Win - Gone", truth: "applied" }],
  });
  const listed = await restore("list", ...where);
  expect(listed.out).toContain(made?.runId);
  expect(listed.out).toContain("1 of 1");
});

test("what is not there is said so, with the exit code for it", async () => {
  await using folder = await temporaryFolder();
  const place = await driftedPlace(world, folder.root);
  const where = ["--workspace", place.workspaceId, "--environment", place.environmentId ?? ""];
  const nothing = "00000000-0000-4000-8000-000000000000";
  const inWorkspace = ["--workspace", place.workspaceId];
  expect(await restore("plan", ...where, "--snapshot", nothing)).toMatchObject({ code: 3 });
  expect(await restore("plan", ...where, "--snapshot", "x")).toMatchObject({ code: 2 });
  const ofNobody = ["--snapshot", place.snapshotId, "--select", "Nobody"];
  expect(await restore("plan", ...where, ...ofNobody)).toMatchObject({ code: 3 });
  expect(await restore("resume", "x", ...inWorkspace, "--yes")).toMatchObject({ code: 3 });
  expect(await restore("show", nothing, ...inWorkspace)).toMatchObject({ code: 3 });
});
