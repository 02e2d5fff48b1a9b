import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DispositionInForce } from "../drift/disposition.ts";
import { composeDocument, completenessOf } from "./compose-document.ts";
import {
  ACCESS,
  accessPolicy,
  baselineOf,
  CATALOG,
  catalogPolicy,
  coverageOf,
  materialOf,
  snapshotOf,
  TO_ALL_DEVICES,
  unreadable,
} from "./review-material.test-kit.ts";
import { documentBlob } from "./stored-document.ts";

const ANTIVIRUS = catalogPolicy("Win - Antivirus", {
  allowrealtimemonitoring: "1",
  puaprotection: "1",
});
const MFA = accessPolicy("CA001 - MFA for all", "enabled");
const NETWORK = catalogPolicy("Win - Network", { enablenetworkprotection: "1" });
const BASELINE = baselineOf([ANTIVIRUS, MFA, NETWORK]);

const compose = (given: Parameters<typeof materialOf>[0]) => composeDocument(materialOf(given));

function accept(keys: readonly string[], expires_at: string | null = null): DispositionInForce[] {
  return keys.map((finding_key) => ({
    finding_key,
    disposition: "accepted",
    actor: "Maria",
    reason: "The application needs it.",
    decided_at: "2026-05-02T10:00:00.000Z",
    expires_at,
  }));
}

describe("a review against a baseline", () => {
  test("of an environment that is as expected says so, and counts everything as aligned", () => {
    const document = compose({
      current: snapshotOf([ANTIVIRUS, MFA, NETWORK]),
      baseline: BASELINE,
    });
    expect(document.tiles).toEqual({
      policies_checked: 3,
      aligned: 3,
      open_high: 0,
      not_assessed: 0,
    });
    expect(document.findings).toEqual([]);
    expect(document.verdict.text).toBe(
      "3 of 3 policies are as the baseline “Workplace”, version 3, expects. All of them could be assessed. No deviation is open. 3 of 3 objects were read whole. Every type that was found is covered completely.",
    );
    expect(document.next_steps).toEqual([]);
  });

  test("tells each difference in a sentence, the worst first, with what it was seen in", () => {
    const weaker = catalogPolicy("Win - Antivirus", {
      allowrealtimemonitoring: "0",
      puaprotection: "1",
    });
    const reporting = accessPolicy("CA001 - MFA for all", "enabledForReportingButNotEnforced");
    const document = compose({ current: snapshotOf([weaker, reporting]), baseline: BASELINE });
    expect(document.findings.map(({ kind, sentence }) => [kind, sentence])).toEqual(
      expect.arrayContaining([
        [
          "setting_changed",
          "Defender allowrealtimemonitoring: expected option 1, found option 0. This protects less than expected.",
        ],
        [
          "state_changed",
          "“CA001 - MFA for all” should be on, and is report-only. This protects less than expected.",
        ],
        [
          "missing_policy",
          "The baseline expects “Win - Network”, and it is not there. All policies of its type were read.",
        ],
      ]),
    );
    expect(document.open_by_severity.high).toBe(document.findings.length);
    for (const line of document.findings) expect(line.evidence.length).toBeGreaterThan(0);
    expect(document.golden.find(({ number }) => number === 5)?.answer).toMatch(/^2\. /);
  });

  test("never says that a policy is gone whose type was not covered completely", () => {
    const document = compose({
      current: snapshotOf(
        [ANTIVIRUS, unreadable(NETWORK)],
        [coverageOf(CATALOG, "partial"), coverageOf(ACCESS, "unlicensed")],
      ),
      baseline: BASELINE,
    });
    expect(document.findings.map(({ kind }) => kind)).not.toContain("missing_policy");
    expect(JSON.stringify(document)).not.toContain("is not there");
    const told = document.not_assessed.map(({ sentence }) => sentence);
    expect(told).toContain("“Win - Network” could not be read. It is not known to be gone.");
    expect(told.join(" ")).toContain("Not assessed: this tenant has no licence for it.");
    expect(document.tiles.not_assessed).toBeGreaterThan(0);
    expect(document.verdict.coverage_complete).toBe(false);
    expect(completenessOf(document)).toBe(0.5);
  });

  test("counts a policy as accepted only while every deviation of it is", () => {
    const weaker = catalogPolicy("Win - Antivirus", {
      allowrealtimemonitoring: "0",
      puaprotection: "0",
    });
    const current = snapshotOf([weaker, MFA, NETWORK]);
    const open = compose({ current, baseline: BASELINE });
    const keys = open.findings.map((line) => line.finding_key);
    expect(keys).toHaveLength(2);
    const areaOf = (dispositions: DispositionInForce[]) =>
      compose({ current, baseline: BASELINE, dispositions }).areas.find(
        ({ area }) => area === "Device configuration",
      );
    expect(areaOf([])).toMatchObject({ aligned: 1, open: 1, accepted: 0 });
    expect(areaOf(accept(keys.slice(0, 1)))).toMatchObject({ aligned: 1, open: 1, accepted: 0 });
    expect(areaOf(accept(keys))).toMatchObject({ aligned: 1, open: 0, accepted: 1 });
  });

  test("puts the accepted deviation that expires first on top, with who accepted it", () => {
    const weaker = catalogPolicy("Win - Antivirus", {
      allowrealtimemonitoring: "0",
      puaprotection: "0",
    });
    const current = snapshotOf([weaker, MFA, NETWORK]);
    const keys = compose({ current, baseline: BASELINE }).findings.map((line) => line.finding_key);
    const dispositions = [
      ...accept(keys.slice(0, 1)),
      ...accept(keys.slice(1), "2026-07-01T00:00:00.000Z"),
    ];
    const { accepted, golden } = compose({ current, baseline: BASELINE, dispositions });
    expect(accepted.map(({ expires_at }) => expires_at)).toEqual([
      "2026-07-01T00:00:00.000Z",
      null,
    ]);
    expect(accepted[0]).toMatchObject({ decided_by: "Maria", disposition: "accepted" });
    expect(golden.find(({ number }) => number === 6)?.answer).toContain(
      "by Maria, until 2026-07-01",
    );
  });

  test("the parts of every area sum up to its total, and the areas to the tiles", () => {
    const current = snapshotOf([ANTIVIRUS], [coverageOf(CATALOG), coverageOf(ACCESS, "failed")]);
    const { areas, tiles } = compose({ current, baseline: BASELINE });
    for (const { aligned, accepted, open, not_assessed, total } of areas) {
      expect(aligned + accepted + open + not_assessed).toBe(total);
    }
    const all = areas.reduce((sum, { total }) => sum + total, 0);
    expect(tiles.policies_checked + tiles.not_assessed).toBe(all);
  });
});

describe("a review without a baseline", () => {
  test("states what is there and calls nothing aligned", () => {
    const document = compose({ current: snapshotOf([ANTIVIRUS, MFA]) });
    expect(document.baseline).toBeNull();
    expect(document.tiles).toMatchObject({ policies_checked: 2, aligned: 0 });
    expect(document.areas).toEqual([]);
    expect(document.verdict.text).toContain("Nothing was expected");
  });

  test("finds two policies that contradict each other", () => {
    const other = catalogPolicy("Win - Antivirus (pilot)", { puaprotection: "2" });
    const { conflicts, golden } = compose({ current: snapshotOf([ANTIVIRUS, other]) });
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.sentence).toMatch(/which one applies depends on assignment\.$/);
    expect(golden.find(({ number }) => number === 7)?.answer).toMatch(/^1 contradiction\. /);
  });

  test("tells whom conditional access reaches by its conditions, and calls nothing unassigned that cannot be", () => {
    const { inventory, unprotecting, golden } = compose({
      current: snapshotOf([
        accessPolicy("For all", "enabled"),
        accessPolicy("For none", "enabled", []),
      ]),
    });
    expect(inventory).toMatchObject([{ assigned: 1, unassigned: 1, assignment_unknown: 0 }]);
    expect(unprotecting.map(({ policy }) => policy)).toEqual(["For none"]);
    expect(golden.find(({ number }) => number === 8)?.answer).not.toContain("lists no assignments");
  });

  test("names the policies that protect nobody, and does not guess where no assignment is listed", () => {
    const current = snapshotOf([
      catalogPolicy("Assigned to nobody", { puaprotection: "1" }, []),
      catalogPolicy("Not listed", { puaprotection: "1" }, null),
      catalogPolicy("Assigned", { puaprotection: "1" }, TO_ALL_DEVICES),
      accessPolicy("Off", "disabled"),
      accessPolicy("Reporting", "enabledForReportingButNotEnforced"),
      accessPolicy("On", "enabled"),
    ]);
    const { unprotecting, inventory } = compose({ current });
    expect(unprotecting.map(({ policy, because }) => [policy, because])).toEqual([
      ["Off", "disabled"],
      ["Reporting", "report_only"],
      ["Assigned to nobody", "unassigned"],
    ]);
    expect(inventory.find(({ type }) => type === CATALOG)).toMatchObject({
      platform: "Windows",
      policies: 3,
      assigned: 1,
      unassigned: 1,
      assignment_unknown: 1,
    });
  });
});

test("every figure names its evidence once, and every answer names figures that exist", () => {
  const document = compose({
    current: snapshotOf([ANTIVIRUS, MFA], [coverageOf(CATALOG), coverageOf(ACCESS, "partial")]),
    baseline: BASELINE,
  });
  const statements = document.evidence.map(({ statement }) => statement);
  expect(new Set(statements).size).toBe(statements.length);
  for (const { source, source_hash: hash, figure } of document.evidence) {
    expect(source).not.toBe("");
    expect(hash).toMatch(/^[a-z]+1:[0-9a-f]{64}$/);
    expect(Number.isInteger(figure)).toBe(true);
  }
  for (const name of [...Object.keys(document.tiles), ...Object.keys(document.totals)]) {
    expect(statements).toContain(name);
  }
  for (const { evidence } of document.golden)
    expect(statements).toEqual(expect.arrayContaining([...evidence]));
});

test("eight of the ten questions are answered by the document, the other two by later records", () => {
  const { golden } = compose({ current: snapshotOf([ANTIVIRUS]), baseline: BASELINE });
  expect(golden.map(({ number }) => number)).toEqual([1, 2, 3, 5, 6, 7, 8, 10]);
  for (const { answer } of golden) expect(answer).toMatch(/[.]$/);
});

const anyPolicies = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 })
  .map((numbers) =>
    numbers.map((number) =>
      number % 3 === 0
        ? accessPolicy(`CA${number}`, number % 2 === 0 ? "enabled" : "disabled")
        : catalogPolicy(`Win ${number}`, { puaprotection: String(number % 4) }),
    ),
  );

test("the same inputs give the same bytes, whatever the order in which they were read", () => {
  fc.assert(
    fc.property(anyPolicies, anyPolicies, (now, expected) => {
      const given = { current: snapshotOf(now), baseline: baselineOf(expected) };
      const first = documentBlob(compose(given));
      const current = { ...given.current, policies: given.current.policies.toReversed() };
      const material = { ...materialOf(given), current };
      const second = documentBlob(composeDocument(JSON.parse(JSON.stringify(material)) as never));
      expect(second.hash).toBe(first.hash);
    }),
    { numRuns: 60 },
  );
});

test("no clock, no run, no snapshot id and no name of the environment is in the body", () => {
  const current = snapshotOf([ANTIVIRUS, MFA]);
  const text = documentBlob(compose({ current, baseline: BASELINE })).bytes.toString("utf8");
  expect(text).not.toContain(current.snapshot.snapshotId);
  expect(text).not.toContain(current.snapshot.capturedByRunId);
  expect(text).not.toContain("2026-05-31");
  expect(text).not.toContain("2026-04-01");
});
