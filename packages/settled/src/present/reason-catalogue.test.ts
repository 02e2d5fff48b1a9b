import { describe, expect, test } from "vitest";
import { RUN_OUTCOMES } from "../run/operation-run.ts";
import { LIBRARY_REASONS } from "../run/reason.ts";
import {
  fittingCopyOf,
  isLibraryReason,
  LIBRARY_REASON_COPY,
  reasonCopyOf,
  shownReasonOf,
  UNKNOWN_REASON,
} from "./reason-catalogue.ts";
import { sampleOperation } from "./sample-run.test-kit.ts";

describe("the catalogue of reasons", () => {
  test("explains every reason that the library gives", () => {
    expect(LIBRARY_REASONS.filter((code) => !isLibraryReason(code))).toEqual([]);
    expect(Object.keys(LIBRARY_REASON_COPY).sort()).toEqual([...LIBRARY_REASONS].sort());
  });

  test.each(LIBRARY_REASONS)("%s has a title, a meaning and a next step in plain words", (code) => {
    const { title, meaning, nextStep } = LIBRARY_REASON_COPY[code];
    expect(title).toMatch(/^[A-Z][^.]+$/);
    expect(meaning).toMatch(/^[A-Z].+\.$/);
    expect(nextStep).toMatch(/^[A-Z].+\.$/);
    expect(`${title} ${meaning} ${nextStep}`).not.toMatch(
      /_|adapter|fence|null|sql|stack|sweeper/i,
    );
  });

  test("has no two reasons with the same title", () => {
    const titles = LIBRARY_REASONS.map((code) => LIBRARY_REASON_COPY[code].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  const forFailed = LIBRARY_REASONS.filter((code) => fittingCopyOf(null, code, "failed") !== null);
  const others = LIBRARY_REASONS.filter((code) => !forFailed.includes(code));
  const forPeople = LIBRARY_REASONS.filter(
    (code) => fittingCopyOf(null, code, "attention_required") !== null,
  );

  test.each(forFailed)(
    "%s says that nothing was produced and that it is safe to start it again",
    (code) => {
      const { meaning, nextStep } = LIBRARY_REASON_COPY[code];
      expect(meaning).toContain("Nothing was produced.");
      expect(nextStep).toBe("It is safe to start it again.");
    },
  );

  test.each(others)("%s does not call it safe to start again", (code) => {
    expect(Object.values(LIBRARY_REASON_COPY[code]).join(" ")).not.toContain("safe to start");
  });

  test.each(forPeople)("%s tells a person what to look at", (code) => {
    expect(LIBRARY_REASON_COPY[code].nextStep).toMatch(/person should/);
  });

  test("tells a run that never started apart from one that went silent", () => {
    expect(LIBRARY_REASON_COPY.never_started.meaning).toContain("No worker began");
    expect(LIBRARY_REASON_COPY.went_silent.meaning).toContain("A worker began");
  });
});

describe("the words for a reason", () => {
  const operation = sampleOperation();

  test("are the operation's own before the library's", () => {
    const own = { title: "Own", meaning: "Own words.", nextStep: "Do it." };
    const speaking = { ...operation, copy: { ...operation.copy, reasons: { never_started: own } } };
    expect(reasonCopyOf(speaking, "never_started")).toBe(own);
    expect(reasonCopyOf(operation, "never_started")).toBe(LIBRARY_REASON_COPY.never_started);
    expect(reasonCopyOf(operation, "coverage_partial").title).toBe("Some types could not be read");
  });

  test.each(["zz_unheard_of", "constructor", "toString", "__proto__", ""])(
    "do not reveal an unknown code (%s)",
    (code) => {
      expect(reasonCopyOf(operation, code)).toBe(UNKNOWN_REASON);
      expect(reasonCopyOf(null, code)).toBe(UNKNOWN_REASON);
    },
  );

  test("are withheld where they would contradict the outcome", () => {
    expect(shownReasonOf(null, "never_started", "attention_required")).toBe(UNKNOWN_REASON);
    expect(fittingCopyOf(null, "never_started", "attention_required")).toBeNull();
    for (const outcome of RUN_OUTCOMES) {
      const shown = shownReasonOf(null, "handler_reported_failure", outcome);
      expect(shown).toBe(LIBRARY_REASON_COPY.handler_reported_failure);
    }
    expect(shownReasonOf(null, null, "failed")).toBeNull();
    expect(shownReasonOf(null, "never_started", null)).toBeNull();
  });
});
