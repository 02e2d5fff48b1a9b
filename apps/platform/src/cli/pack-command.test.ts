import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPackWorld, type PackWorld, type ReviewPlace } from "../pack/pack-world.test-kit.ts";
import { sha256Of } from "../pack/pack-file.ts";

const PLATFORM = join(import.meta.dirname, "../../bin/platform.js");
const COMMAND_WITHIN_MS = 90_000;

let world: PackWorld;
let place: ReviewPlace;
let folder: string;
let scope: readonly string[];

beforeAll(async () => {
  world = await openPackWorld();
  place = await world.newReview();
  folder = await mkdtemp(join(tmpdir(), "platform-packs-"));
  scope = ["--workspace", place.workspaceId, "--environment", place.environmentId ?? ""];
});

afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

test(
  "packs are rendered, listed, shown, saved whole with their hash, and taken back",
  async () => {
    const profiles = ["--profile", "customer", "--profile", "technical-auditor"];
    const rendered = await platform(
      "pack",
      "render",
      ...scope,
      "--review",
      place.reviewId,
      ...profiles,
      "-o",
      "json",
    );
    expect([rendered.code, rendered.err]).toEqual([
      0,
      expect.stringContaining("Every file of every pack is kept"),
    ]);
    const made = JSON.parse(rendered.out) as { packs: { id: string; profile: string }[] };
    expect(made.packs.map(({ profile }) => profile).toSorted()).toEqual([
      "customer",
      "technical-auditor",
    ]);

    const again = await platform(
      "pack",
      "render",
      ...scope,
      "--review",
      place.reviewId,
      ...profiles,
    );
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("already existed")]);

    const list = await platform("pack", "list", ...scope, "-o", "json");
    expect(JSON.parse(list.out)).toMatchObject({
      packs: [{ status: "ready" }, { status: "ready" }],
    });

    const id = made.packs.find(({ profile }) => profile === "customer")?.id ?? "";
    const workspace = ["--workspace", place.workspaceId];
    const shown = await platform("pack", "show", id, ...workspace);
    expect(shown.out).toContain("customer-summary.pdf");

    const out = join(folder, "customer.zip");
    const saved = await platform("pack", "download", id, ...workspace, "--out", out);
    expect(saved.code).toBe(0);
    expect(saved.out).toContain(sha256Of(await readFile(out)));
    const one = join(folder, "summary.pdf");
    await platform(
      "pack",
      "download",
      id,
      ...workspace,
      "--out",
      one,
      "--file",
      "customer-summary.pdf",
    );
    expect((await readFile(one)).subarray(0, 5).toString()).toBe("%PDF-");

    const revoke = ["pack", "revoke", id, ...workspace, "--reason"];
    expect((await platform(...revoke, " ")).code).toBe(2);
    expect((await platform(...revoke, "wrong recipient")).code).toBe(0);
    expect((await platform(...revoke, "again")).code).toBe(1);
    const gone = await platform(
      "pack",
      "download",
      id,
      ...workspace,
      "--out",
      join(folder, "gone.zip"),
    );
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining("wrong recipient")]);
    expect((await readdir(folder)).toSorted()).toEqual(["customer.zip", "summary.pdf"]);
  },
  COMMAND_WITHIN_MS,
);

test(
  "what is wrong is said by its exit code, and no half file is left",
  async () => {
    const workspace = ["--workspace", place.workspaceId];
    const none = "0198c0de-0000-7000-8000-000000000009";
    expect((await platform("pack", "show", none, ...workspace)).code).toBe(3);
    expect((await platform("pack", "show", "no-id", ...workspace)).code).toBe(3);
    const render = ["pack", "render", ...scope, "--review"];
    expect((await platform(...render, place.reviewId, "--profile", "everybody")).code).toBe(2);
    expect((await platform(...render, "no-id")).code).toBe(2);
    const missing = await platform(...render, none);
    expect([missing.code, missing.out]).toEqual([5, expect.stringContaining("no such review")]);
  },
  COMMAND_WITHIN_MS,
);

function platform(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: world.server.url };
  return new Promise((resolve) => {
    execFile(process.execPath, [PLATFORM, ...args], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}
