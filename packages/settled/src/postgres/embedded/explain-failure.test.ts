import { expect, test } from "vitest";
import { explainFailure } from "./explain-failure.ts";

const dataDir = "/var/lib/settled";

test.each([
  ["disk_full", "FATAL:  could not write to file: No space left on device", undefined],
  ["port_taken", "LOG:  could not bind IPv4 address: Address already in use", undefined],
  ["version_mismatch", "FATAL:  database files are incompatible with server", undefined],
  ["platform_unsupported", "", Object.assign(new Error("spawn"), { code: "ENOENT" })],
  ["platform_unsupported", "error while loading shared libraries: libicuuc.so.60", undefined],
  ["binaries_broken", "", Object.assign(new Error("spawn"), { code: "EACCES" })],
  ["start_failed", "FATAL:  something new", undefined],
])("%s is recognised by what was said: %s", (code, detail, cause) => {
  const error = explainFailure("start_failed", { dataDir, port: 5432, detail, cause });
  expect(error.code).toBe(code);
  expect(error.message).not.toMatch(/FATAL|LOG:|ENOENT|EACCES/);
});
