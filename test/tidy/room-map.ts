/** The rooms of the library in the order of the story. */
export const ROOMS = [
  "run",
  "catalog",
  "ports",
  "lifecycle",
  "start",
  "track",
  "bridge",
  "reconcile",
  "bulk",
  "present",
  "webhooks",
  "telemetry",
  "postgres",
  "engines",
  "root",
  "http",
  "client",
  "cli",
  "testing",
] as const;
export type Room = (typeof ROOMS)[number];

const WORDS: readonly Room[] = ["run", "catalog", "ports"];
const VERBS: readonly Room[] = ["start", "track", "bridge", "reconcile", "bulk"];

/**
 * Who may import whom, besides itself; ARCHITECTURE.md shows the same table. `root` is the composition root: the
 * files directly in `packages/settled/src`. It imports no engine, so that a host loads only the one that it chose.
 */
export const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  run: [],
  catalog: ["run"],
  ports: ["run", "catalog"],
  lifecycle: WORDS,
  start: [...WORDS, "lifecycle"],
  track: [...WORDS, "lifecycle"],
  bridge: [...WORDS, "track"],
  reconcile: [...WORDS, "lifecycle"],
  bulk: [...WORDS, "start", "reconcile"],
  present: WORDS,
  webhooks: WORDS,
  telemetry: WORDS,
  postgres: WORDS,
  engines: WORDS,
  root: [...WORDS, "lifecycle", ...VERBS, "webhooks", "telemetry", "postgres"],
  http: [...WORDS, "start", "reconcile", "bulk", "present", "webhooks", "root"],
  client: ["run", "present", "http"],
  cli: [...WORDS, "reconcile", "bulk", "present", "postgres", "root", "http", "client"],
  testing: [
    ...WORDS,
    "lifecycle",
    ...VERBS,
    "present",
    "webhooks",
    "telemetry",
    "postgres",
    "engines",
    "root",
    "http",
    "client",
    "cli",
  ],
};

/** Rooms that do not know on what machine they run. */
export const PURE_ROOMS: readonly Room[] = [...WORDS, "lifecycle", ...VERBS, "present"];

export const LIBRARY = "packages/settled/src/";

/** The room of a file of the library; null for any other file. */
export function roomOf(path: string): Room | "unknown" | null {
  if (!path.startsWith(LIBRARY)) return null;
  const [first = "", ...rest] = path.slice(LIBRARY.length).split("/");
  if (rest.length === 0) return "root";
  return ROOMS.find((room) => room === first) ?? "unknown";
}
