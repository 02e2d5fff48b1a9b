import { expect, test } from "vitest";
import { createFaultScript } from "./fault-script.ts";

test("a point without instructions lets everybody pass and counts them", async () => {
  const faults = createFaultScript();
  await faults.reach("start.after_insert");
  await faults.reach("start.after_insert", "run-1");
  expect(faults.countOf("start.after_insert")).toBe(2);
  expect(faults.countOf("start.after_commit")).toBe(0);
});

test("a point fails once for each instruction, with the error that was given", async () => {
  const faults = createFaultScript();
  faults.failAt("commit.after_work");
  faults.failAt("commit.after_work", new RangeError("The disk is full."));
  await expect(faults.reach("commit.after_work")).rejects.toThrow("commit.after_work");
  await expect(faults.reach("commit.after_work")).rejects.toThrow(RangeError);
  await expect(faults.reach("commit.after_work")).resolves.toBeUndefined();
  expect(faults.countOf("commit.after_work")).toBe(3);
});

test("a point holds whoever comes until it is resumed", async () => {
  const faults = createFaultScript();
  const pause = faults.pauseAt("host.own_point");
  let passed = false;
  const visit = faults.reach("host.own_point", "run-1").then(() => {
    passed = true;
  });
  expect(await pause.reached).toBe("run-1");
  expect(passed).toBe(false);
  pause.resume();
  await visit;
  expect(passed).toBe(true);
});

test("a pause that is resumed before anybody came holds nobody", async () => {
  const faults = createFaultScript();
  const pause = faults.pauseAt("sweep.after_claim");
  pause.resume();
  await faults.reach("sweep.after_claim");
  expect(await pause.reached).toBeNull();
});
