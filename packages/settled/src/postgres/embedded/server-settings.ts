const CONNECTIONS_MAX = 200;

const ALWAYS = {
  listen_addresses: "127.0.0.1",
  // Socket files in /tmp would be open to other local users and are limited to short paths.
  unix_socket_directories: "",
  max_connections: String(CONNECTIONS_MAX),
  password_encryption: "scram-sha-256",
  cluster_name: "settled",
  timezone: "UTC",
  log_timezone: "UTC",
  // Failed statements are reported to the client, who logs them. Here they would grow the file without a limit and
  // would copy tenants' data into it.
  log_min_messages: "log",
  log_checkpoints: "off",
  // Failures are recognised by their words.
  lc_messages: "C",
};

const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };
const THROW_AWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Given on the command line, so that they hold whatever postgresql.conf says. */
export function serverSettings(options: {
  readonly port: number;
  readonly durable: boolean;
}): string[] {
  const settings = {
    ...ALWAYS,
    ...(options.durable ? DURABLE : THROW_AWAY),
    port: String(options.port),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const PASSED_ON = ["PATH", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot"];

/** Our environment holds secrets that are none of the server's business, and PG* variables that would mislead it. */
export function serverEnvironment(): Record<string, string> {
  const entries = PASSED_ON.map((name) => [name, process.env[name]] as const);
  const known = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
  // A named time zone saves initdb the search for the one that fits this machine.
  return { ...Object.fromEntries(known), LC_ALL: "C", TZ: "UTC" };
}
