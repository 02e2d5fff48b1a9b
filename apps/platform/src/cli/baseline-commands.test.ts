import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { generateDemo } from "../demo-data/generate-demo.ts";
import { writeMonth } from "../demo-data/write-demo.ts";

const BIN = join(import.meta.dirname, "../../bin/platform.js");
const AT = ["--workspace", "acme", "--environment", "contoso"];
const AGAINST = [...AT, "--baseline", "Gold"];

let server: TestDatabase;
let folder = "";

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function platform(...args: readonly string[]): Promise<Answer> {
  const env = { ...process.env, DATABASE_URL: server.url, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, [BIN, ...args], { env }, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, out, err });
    });
  });
}

async function json(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await platform(...args, "-o", "json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Record<string, unknown>;
}

interface Found {
  readonly finding_key: string;
  readonly kind: string;
  readonly policy: string;
  readonly decision: { readonly disposition: string; readonly expires_at: string } | null;
}

async function findings(...more: readonly string[]): Promise<readonly Found[]> {
  const answer = await json("findings", "list", ...AGAINST, ...more);
  return answer["findings"] as readonly Found[];
}

beforeAll(async () => {
  server = await startTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "platform-cli-"));
  const [customer] = generateDemo({ seed: "cli", policies: 40, months: 2 });
  for (const [index, month] of [...(customer?.months() ?? [])].entries()) {
    await writeMonth(month, join(folder, `${index}`));
  }
  await rename(join(folder, "0"), join(folder, "export"));
  const captured = await platform("import", ...AT, "--folder", join(folder, "export"));
  expect(captured.code).toBe(0);
  const created = ["--workspace", "acme", "--name", "Gold", "--snapshot-of", "contoso"];
  await json("baseline", "create", ...created, "--with-assignments");
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test("an operator makes a baseline, captures a month later, and decides about what differs", async () => {
  expect((await findings()).filter(({ kind }) => kind !== "setting_conflict")).toEqual([]);
  await rename(join(folder, "export"), join(folder, "before"));
  await rename(join(folder, "1"), join(folder, "export"));
  expect((await platform("snapshot", "capture", ...AT)).code).toBe(0);
  const now = (await findings()).filter(({ kind }) => kind !== "setting_conflict");
  expect(now.length).toBeGreaterThan(0);
  expect(now.map(({ decision }) => decision).filter((one) => one !== null)).toEqual([]);
  const { finding_key: key, kind } = now[0] ?? { finding_key: "", kind: "" };
  const short = key.slice("finding1:".length, "finding1:".length + 12);
  const accepted = ["--as", "accepted", "--reason", "Agreed", "--expires", "2999-12-31"];
  expect((await platform("findings", "decide", short, ...AGAINST, ...accepted)).code).toBe(0);
  const decided = (await findings("--kind", kind)).find((one) => one.finding_key === key);
  expect(decided?.decision).toMatchObject({
    disposition: "accepted",
    expires_at: "2999-12-31T23:59:59.999Z",
  });
  const shown = await platform("findings", "show", short, ...AGAINST);
  expect(shown.out).toContain("until 2999-12-31: Agreed");
  const changes = await json("snapshot", "changes", ...AT);
  expect(changes["changes"]).not.toEqual([]);
}, 60_000);

test("lists are read by programs as one object each", async () => {
  const baselines = await json("baseline", "list", "--workspace", "acme");
  expect(baselines).toMatchObject({ baselines: [{ name: "Gold", version: 1 }] });
  const snapshots = await json("snapshot", "list", ...AT);
  expect(snapshots["snapshots"]).not.toEqual([]);
  expect(await json("baseline", "pins", ...AGAINST)).toEqual({ pins: [] });
}, 60_000);

test.each([
  ["an unknown baseline", ["baseline", "show", "Gilt", "--workspace", "acme"], 3, "baseline list"],
  ["an unknown workspace", ["baseline", "list", "--workspace", "nobody"], 3, "platform import"],
  [
    "an unknown environment",
    ["snapshot", "list", "--workspace", "acme", "--environment", "x"],
    3,
    "platform import",
  ],
  ["an unknown snapshot", ["findings", "list", ...AGAINST, "--snapshot", "x"], 3, "snapshot list"],
  ["an unknown finding", ["findings", "show", "0123456789ab", ...AGAINST], 3, "findings list"],
  [
    "a baseline from nothing",
    ["baseline", "create", "--workspace", "acme", "--name", "N"],
    2,
    "--folder",
  ],
  [
    "a decision without a reason",
    ["findings", "decide", "0123456789ab", ...AGAINST, "--as", "accepted", "--reason", " "],
    2,
    "reason",
  ],
  [
    "a decision that has expired",
    [
      "findings",
      "decide",
      "0123456789ab",
      ...AGAINST,
      "--as",
      "accepted",
      "--reason",
      "r",
      "--expires",
      "2001-01-01",
    ],
    2,
    "later day",
  ],
  [
    "a day that is none",
    [
      "findings",
      "decide",
      "0123456789ab",
      ...AGAINST,
      "--as",
      "accepted",
      "--reason",
      "r",
      "--expires",
      "2026-02-30",
    ],
    2,
    "2026-12-31",
  ],
  [
    "a pin to a policy nobody has seen",
    ["baseline", "pin", ...AGAINST, "--policy", "Nothing", "--provider-id", "p"],
    3,
    "baseline show",
  ],
] as const)("%s is refused with the next step", async (_, args, code, nextStep) => {
  const answer = await platform(...args);
  expect(answer.code).toBe(code);
  expect(answer.err).toContain(nextStep);
  expect(answer.out).toBe("");
});

test("a folder in which nothing can be read makes no baseline", async () => {
  await mkdir(join(folder, "spoilt"));
  await writeFile(join(folder, "spoilt", "policy.json"), "{");
  const from = ["--workspace", "acme", "--name", "Spoilt", "--folder", join(folder, "spoilt")];
  const answer = await platform("baseline", "create", ...from);
  expect(answer.code).toBe(1);
  expect(answer.err).toContain("no policy in it was read whole");
});
