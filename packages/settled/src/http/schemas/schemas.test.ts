import { describe, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { RunEventJson } from "../../present/run-event-json.ts";
import type { ListedRunJson, ServedRunJson } from "../served-run-json.ts";
import type { LISTED_RUN_SCHEMA, RUN_SCHEMA } from "./run-schema.ts";
import type { RUN_EVENT_SCHEMA } from "./run-event-schema.ts";

type Readonlied<Value> = Value extends readonly (infer Entry)[]
  ? readonly Readonlied<Entry>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Readonlied<Value[Key]> }
    : Value;

type Written<Schema extends z.ZodType> = Readonlied<z.output<Schema>>;

/** Red in `tsc`, which is where types are checked. */
describe("what is written and what its schema says have one type", () => {
  test("a run", () => {
    expectTypeOf<Written<typeof RUN_SCHEMA>>().toEqualTypeOf<Readonlied<ServedRunJson>>();
  });

  test("a run in a list", () => {
    expectTypeOf<Written<typeof LISTED_RUN_SCHEMA>>().toEqualTypeOf<Readonlied<ListedRunJson>>();
  });

  test("an event", () => {
    expectTypeOf<Written<typeof RUN_EVENT_SCHEMA>>().toEqualTypeOf<Readonlied<RunEventJson>>();
  });
});
