// Runs before every file of behaviour: an error answer that gives something away fails the test that caused it.
import { afterEach } from "vitest";
import { databaseNames } from "./database-names.ts";
import { watchAnswers } from "./watch-answers.ts";

const watch = watchAnswers(globalThis, databaseNames());

afterEach(async () => {
  const leaks = await watch.takeLeaks();
  if (leaks.length > 0) throw new Error(`An answer gave something away.\n${leaks.join("\n")}`);
});
