import { join } from "node:path";
import type { ServerUser } from "./server-user.ts";

/** The parts of a data folder. All of them are ours; only `cluster` is PostgreSQL's. */
export interface DataFolder {
  readonly dataDir: string;
  /** Its presence says that the folder was made here and may be changed here. */
  readonly marker: string;
  readonly cluster: string;
  readonly password: string;
  /** Of the account that serves requests. */
  readonly servingPassword: string;
  readonly serverLog: string;
  /** Held exclusively while a process starts or stops the server. */
  readonly turnLock: string;
  /** Shared by all processes that use the server. */
  readonly usersLock: string;
  /** Null when the server runs as the same user as we do. */
  readonly serverUser: ServerUser | null;
}

export function asDataFolder(dataDir: string, serverUser: ServerUser | null): DataFolder {
  return {
    dataDir,
    marker: join(dataDir, "SETTLED"),
    cluster: join(dataDir, "cluster"),
    password: join(dataDir, "password"),
    servingPassword: join(dataDir, "serving-password"),
    serverLog: join(dataDir, "server.log"),
    turnLock: join(dataDir, "turn.lock"),
    usersLock: join(dataDir, "users.lock"),
    serverUser,
  };
}
