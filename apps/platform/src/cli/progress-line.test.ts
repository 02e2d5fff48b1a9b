import { expect, test } from "vitest";
import { createProgressLine, progressBar } from "./progress-line.ts";

function seen(isTTY: boolean) {
  const told: string[] = [];
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) };
  return { told, written, line: createProgressLine((text) => told.push(text), stream) };
}

test("a terminal sees one line that is written over, and none when it is done", () => {
  const { told, written, line } = seen(true);
  line.show("reading 1 of 2 files");
  line.show("reading 1 of 2 files");
  line.show("reading 2 of 2 files");
  line.end();
  expect(told).toEqual([]);
  expect(written.join("")).toBe(
    "\r\u001b[2Kreading 1 of 2 files\r\u001b[2Kreading 2 of 2 files\r\u001b[2K",
  );
});

test("elsewhere each change is a line, and what a run says cannot command a terminal", () => {
  const { told, written, line } = seen(false);
  line.show("running");
  line.show("running");
  line.end();
  expect([told, written]).toEqual([["  running"], []]);
  const terminal = seen(true);
  terminal.line.show("\u001b]0;owned\u0007 files");
  expect(terminal.written.join("")).not.toContain("\u001b]");
});

test("a bar is as full as what is done, whatever is counted", () => {
  expect(progressBar(0, 4)).toBe(`${"░".repeat(24)} 0 of 4`);
  expect(progressBar(2, 4)).toBe(`${"█".repeat(12)}${"░".repeat(12)} 2 of 4`);
  expect(progressBar(9, 4)).toBe(`${"█".repeat(24)} 9 of 4`);
  expect(progressBar(7, null)).toBe("7");
  expect(progressBar(0, 0)).toBe("0");
});
