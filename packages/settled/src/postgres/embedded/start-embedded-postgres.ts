import { adoptServer } from "./adopt-server.ts";
import { claimDataFolder } from "./claim-data-folder.ts";
import type { ServerAddress } from "./connect-to-server.ts";
import type { DataFolder } from "./data-folder.ts";
import {
  createDatabase,
  databaseUrl,
  dropDatabase,
  servingUrl,
  superuserUrl,
} from "./databases.ts";
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from "./embedded-postgres.ts";
import { findServerBinaries } from "./find-server-binaries.ts";
import { asFolderError } from "./folder-error.ts";
import { type FolderLock, takeTurn } from "./folder-lock.ts";
import { giveUpServer } from "./give-up-server.ts";
import { initialiseCluster } from "./initialise-cluster.ts";
import { keepPassword } from "./keep-password.ts";
import { launchOnPort } from "./launch-on-port.ts";
import { prepareServer } from "./prepare-server.ts";
import { repairServerBinaries } from "./repair-server-binaries.ts";
import { holdUse } from "./server-users.ts";
import { shareServerBinaries } from "./share-server-binaries.ts";

/**
 * Starts PostgreSQL in a folder, or adopts the server that already runs there. The caller stops it, also when this
 * process is asked to end by SIGINT or SIGTERM; no signal is caught here. Throws `EmbeddedPostgresError` for
 * whatever an operator can put right.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { dataDir, port: askedPort, durable = true, log = () => undefined } = options;
  const folder = await claimDataFolder(dataDir);
  let turn: FolderLock | undefined;
  try {
    turn = await takeTurn(folder.turnLock, folder.dataDir);
    const password = await keepPassword(folder);
    const adoptedPort = await adoptServer(folder, { password, durable, log });
    const adopted = adoptedPort !== undefined;
    const port = adoptedPort ?? (await launchAnew(folder, { durable, port: askedPort }));
    const address = { port, password };
    const servingPassword = await prepareServer(folder, { address, adopted });
    const use = holdUse(folder);
    log(`PostgreSQL ${adopted ? "was already running" : "is ready"} on port ${port}`);
    return asEmbeddedPostgres({
      address,
      servingPassword,
      adopted,
      giveUp: () => giveUpServer(folder, { use, log }),
    });
  } catch (error) {
    throw asFolderError(error, folder.dataDir);
  } finally {
    turn?.release();
  }
}

async function launchAnew(
  folder: DataFolder,
  options: { readonly durable: boolean; readonly port: number | undefined },
): Promise<number> {
  const installed = findServerBinaries();
  await repairServerBinaries(installed);
  const binaries = await shareServerBinaries(installed, folder);
  await initialiseCluster(folder, { binaries, durable: options.durable });
  return launchOnPort(folder, { binaries, ...options });
}

function asEmbeddedPostgres(parts: {
  readonly address: ServerAddress;
  readonly servingPassword: string;
  readonly adopted: boolean;
  readonly giveUp: () => Promise<void>;
}): EmbeddedPostgres {
  const { address, adopted, giveUp } = parts;
  let stopped: Promise<void> | undefined;
  return {
    url: databaseUrl(address),
    servingUrl: servingUrl(address, parts.servingPassword),
    superuserUrl: superuserUrl(address),
    port: address.port,
    adopted,
    createDatabase: (name) => createDatabase(address, name),
    dropDatabase: (name) => dropDatabase(address, name),
    stop: () => (stopped ??= giveUp()),
  };
}
