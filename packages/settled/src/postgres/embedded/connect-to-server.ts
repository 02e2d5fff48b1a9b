import { Client } from "pg";

export interface ServerAddress {
  readonly port: number;
  readonly password: string;
}

const CONNECT_LIMIT_MS = 5_000;
const QUERY_LIMIT_MS = 60_000;

export function connectionUrl(
  address: ServerAddress,
  target: { readonly role: string; readonly database: string },
): string {
  // The password is hexadecimal and needs no escaping.
  const name = encodeURIComponent(target.database);
  return `postgresql://${target.role}:${address.password}@127.0.0.1:${address.port}/${name}`;
}

/** Runs `ask` as the superuser on a connection of its own and closes it, whatever happens. */
export async function asSuperuser<T>(
  address: ServerAddress,
  ask: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: connectionUrl(address, { role: "postgres", database: "postgres" }),
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: QUERY_LIMIT_MS,
    application_name: "settled embedded",
  });
  // A connection that breaks while idle reports it as an event, which would end the process if nobody listened.
  client.on("error", () => undefined);
  try {
    // A connection that fails halfway is closed too: half open, it would keep PostgreSQL from dropping databases.
    await client.connect();
    return await ask(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
