import type { AnyOperation } from "settled";
import { reasonCopyOf } from "settled/present";
import { afterAll, describe, expect, test } from "vitest";
import { readRepository } from "../../../../test/tidy/read-repository.ts";
import { isTest } from "../../../../test/tidy/source-file.ts";
import { openPlatform } from "../platform.ts";

// Nothing is asked of it: the operations are all that is looked at.
const platform = openPlatform({ connectionString: "postgres://nobody@127.0.0.1:1/nothing" });
const operations: readonly AnyOperation[] = platform.settled.catalog.operations;
const copies = operations.flatMap(({ type, copy }) =>
  Object.entries(copy.reasons).map(([code, words]) => [type, code, words] as const),
);

afterAll(() => platform.close());

/** Where a source says how something ended, and by which reason. */
const ENDED =
  /\b(?:outcome|decision): "(?:succeeded|partially_succeeded|blocked|attention_required|failed|cancelled)",\s*(?:\.\.\.\w+,\s*)?reason: "([a-z_]+)"/g;
const GIVERS = /^(?:apps\/platform\/src|packages\/settled\/src\/bulk)\/.*\.ts$/;

describe("the reasons of what ended", () => {
  test("were all read", () => {
    expect(operations.length).toBeGreaterThanOrEqual(4);
    expect(copies.length).toBeGreaterThan(30);
  });

  test.for(copies)("%s has title, meaning and next step of %s", ([, , words]) => {
    expect(words.title).toMatch(/^[A-Z].*[^.]$/);
    expect(words.meaning).toMatch(/^[A-Z].*\.$/);
    expect(words.nextStep).toMatch(/^[A-Z].*\.$/);
    expect(Object.values(words).join(" ")).not.toMatch(/[a-z]_[a-z]/);
  });

  test("have words wherever a source gives one", () => {
    const given = readRepository()
      .filter((file) => GIVERS.test(file.path) && !isTest(file))
      .flatMap(({ path, text }) =>
        [...text.matchAll(ENDED)].map(([, code = ""]) => `${code} of ${path}`),
      );
    expect(given.length).toBeGreaterThan(15);
    const unknown = reasonCopyOf(null, null);
    const isTold = (code: string) =>
      operations.some((operation) => reasonCopyOf(operation, code) !== unknown);
    expect(given.filter((line) => !isTold(line.split(" ")[0] ?? ""))).toEqual([]);
  });
});
