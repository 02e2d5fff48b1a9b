import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { NO_FAULTS } from "../ports/fault-points.ts";
import { faultPointsFromEnvironment } from "./fault-points-from-environment.ts";

const ROOM = new URL("./fault-points-from-environment.ts", import.meta.url).href;
const PROGRAM = `
  const { faultPointsFromEnvironment } = await import(${JSON.stringify(ROOM)});
  const faults = faultPointsFromEnvironment(process.env);
  for (let visit = 1; visit <= 3; visit += 1) {
    await faults.reach("sweep.after_claim");
    console.log("passed " + visit);
  }
`;

function start(rule: string): ChildProcess {
  return spawn(process.execPath, ["--input-type=module", "-e", PROGRAM], {
    env: { ...process.env, SETTLED_FAULT: rule },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function run(rule: string) {
  const child = start(rule);
  let shown = "";
  child.stdout?.on("data", (chunk: Buffer) => (shown += chunk.toString()));
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return { code, signal, visits: shown.split("passed").length - 1 };
}

test("without the variable nothing ever breaks", () => {
  expect(faultPointsFromEnvironment({})).toBe(NO_FAULTS);
  expect(faultPointsFromEnvironment({ SETTLED_FAULT: "  " })).toBe(NO_FAULTS);
});

test("a point throws at its nth visit only", async () => {
  const faults = faultPointsFromEnvironment({
    SETTLED_FAULT: "finish.before_write=throw:2, host.own_point=throw",
  });
  await faults.reach("finish.before_write");
  await expect(faults.reach("finish.before_write")).rejects.toThrow("finish.before_write");
  await faults.reach("finish.before_write");
  await expect(faults.reach("host.own_point")).rejects.toThrow("host.own_point");
});

test("a rule that cannot be read is refused at the start", () => {
  for (const rule of ["kill", "sweep.after_claim=burn", "sweep.after_claim=kill:0", "a=kill,,"]) {
    expect(() => faultPointsFromEnvironment({ SETTLED_FAULT: rule })).toThrow(/SETTLED_FAULT/);
  }
});

test("kill ends the process at once, as nothing else can", async () => {
  expect(await run("sweep.after_claim=kill:2")).toEqual({
    code: null,
    signal: "SIGKILL",
    visits: 1,
  });
});

test("exit ends the process with a code of its own", async () => {
  expect(await run("sweep.after_claim=exit")).toEqual({ code: 70, signal: null, visits: 0 });
});

test("stop freezes the process until somebody continues it", async () => {
  const child = start("sweep.after_claim=stop:2");
  let shown = "";
  child.stdout?.on("data", (chunk: Buffer) => (shown += chunk.toString()));
  const closed = once(child, "close");
  await expect.poll(() => kernelWordOf(child.pid), { timeout: 10_000 }).toBe("T");
  expect(shown).not.toContain("passed 2");
  child.kill("SIGCONT");
  expect(await closed).toEqual([0, null]);
  expect(shown).toContain("passed 3");
});

/** `T` = stopped. */
async function kernelWordOf(pid: number | undefined): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  return stat.split(") ")[1]?.[0];
}
