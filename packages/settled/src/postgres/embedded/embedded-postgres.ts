/**
 * A running PostgreSQL server that lives in a folder of ours, for machines without a database server of their own.
 * The server is a separate process in its own session: it survives Ctrl-C and the sudden death of this process, and
 * the next start on the same folder adopts it. Whoever starts it calls `stop()`, also on SIGINT and SIGTERM.
 */
export interface EmbeddedPostgres {
  /**
   * For the database "settled", as its owner: a role without superuser rights, since row-level security does not bind
   * superusers. The role may create databases and roles.
   */
  readonly url: string;
  /**
   * For the database "settled", with an account that owns nothing: row-level security holds it to the workspace that a
   * transaction names. For processes that serve requests.
   */
  readonly servingUrl: string;
  /** For maintenance and tests only. Row-level security does not hold on this connection. */
  readonly superuserUrl: string;
  /** The port that the server listens on; an adopted server keeps its own, whatever was asked for. */
  readonly port: number;
  /** True when the server was already running, left by an earlier process or shared with a living one. */
  readonly adopted: boolean;
  /** Creates an empty database of the role in `url` and returns its connection string. */
  createDatabase(name: string): Promise<string>;
  /** Drops a database and ends its connections. A database that does not exist is already dropped. */
  dropDatabase(name: string): Promise<void>;
  /**
   * Gives the server up. It is shut down cleanly unless another living process uses the same folder; then the last
   * one to stop shuts it down. May be called more than once.
   */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made if missing. Must be empty, or one that was made here before. */
  readonly dataDir: string;
  /** Without it a free port is chosen at each start. */
  readonly port?: number;
  /** Only for throw-away data: `false` makes the server faster and lets a power cut destroy everything. */
  readonly durable?: boolean;
  readonly log?: (line: string) => void;
}
