import { expect, test } from "vitest";
import { zoneChoiceWords } from "./zone-choice-words.ts";

test.for([
  ["north", "Europe/Berlin", "Workspace’s (Europe/Berlin)"],
  ["north", null, "Workspace’s (none set: local)"],
  [
    "north",
    "Mars/Olympus_Mons",
    "Workspace’s (Mars/Olympus_Mons, not known to this browser: local)",
  ],
  ["", null, "Workspace’s (each has its own)"],
] as const)("in the workspace “%s” with the zone %s the choice says “%s”", ([at, zone, words]) => {
  expect(zoneChoiceWords(at, zone)).toBe(words);
});
