import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";

const PLATFORM = join(import.meta.dirname, "../../bin/platform.js");
const SCOPE = ["--workspace", "north", "--environment", "contoso"];
const COMMAND_WITHIN_MS = 60_000;

let server: TestDatabase;
let folder: string;

beforeAll(async () => {
  server = await startTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "platform-review-"));
  await writePolicy("Win - Antivirus");
  const imported = await platform("import", ...SCOPE, "--folder", folder);
  expect(imported.code).toBe(0);
}, COMMAND_WITHIN_MS);

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test("before there is a review, the list says how to get one, and show finds nothing", async () => {
  const list = await platform("review", "list", ...SCOPE);
  expect([list.code, list.out]).toEqual([0, expect.stringContaining("There is no review yet.")]);
  const show = await platform("review", "show", ...SCOPE);
  expect([show.code, show.out]).toEqual([3, ""]);
});

test(
  "compose, list, show and withdraw agree with each other, in words and as JSON",
  async () => {
    const composed = await platform(
      "review",
      "compose",
      ...SCOPE,
      "--period",
      "2026-05",
      "-o",
      "json",
    );
    expect(composed.code).toBe(0);
    const run = JSON.parse(composed.out) as { review_id: string; outcome: string };
    expect(run.outcome).toBe("succeeded");

    const list = await platform("review", "list", ...SCOPE, "-o", "json");
    expect(JSON.parse(list.out)).toMatchObject({
      reviews: [{ id: run.review_id, status: "current" }],
    });

    const words = await platform("review", "show", ...SCOPE);
    expect(words.out).toContain("1 of 1 objects were read whole.");
    expect(words.out).toContain("It is the first review of its lineage.");
    const shown = await platform("review", "show", run.review_id, ...SCOPE, "-o", "json");
    expect(JSON.parse(shown.out)).toMatchObject({
      id: run.review_id,
      document_state: "intact",
      since_last: { kind: "first" },
      inputs_changed: { any: false },
    });

    const empty = await platform("review", "withdraw", run.review_id, ...SCOPE, "--reason", " ");
    expect(empty.code).toBe(2);
    const withdraw = ["review", "withdraw", run.review_id, ...SCOPE, "--reason", "Wrong export"];
    expect((await platform(...withdraw)).out).toContain("Review no. 1 is withdrawn.");
    expect((await platform(...withdraw)).code).toBe(1);
    const tombstone = await platform("review", "show", run.review_id, ...SCOPE);
    expect(tombstone.out).toContain("“Wrong export”");
    expect(tombstone.out).not.toContain("read whole");
  },
  COMMAND_WITHIN_MS,
);

test(
  "a period that is none is a usage error, an unknown baseline and review are not found",
  async () => {
    const period = await platform("review", "compose", ...SCOPE, "--period", "May");
    expect(period.code).toBe(2);
    const baseline = await platform("review", "compose", ...SCOPE, "--baseline", "Nobody's");
    expect([baseline.code, baseline.err]).toEqual([
      3,
      expect.stringMatching(/^There is no baseline Nobody.s .* Make one: platform baseline create/),
    ]);
    const review = await platform("review", "show", "not-a-review", ...SCOPE);
    expect(review.code).toBe(3);
  },
  COMMAND_WITHIN_MS,
);

async function writePolicy(name: string): Promise<void> {
  await mkdir(join(folder, "SettingsCatalog"), { recursive: true });
  const policy = {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    id: "00000000-0000-4000-8000-000000000001",
    name,
    platforms: "windows10",
    technologies: "mdm",
    settingCount: 0,
    settings: [],
    assignments: [],
  };
  await writeFile(join(folder, "SettingsCatalog", "policy.json"), JSON.stringify(policy));
}

function platform(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: server.url };
  return new Promise((resolve) => {
    execFile(process.execPath, [PLATFORM, ...args], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}
