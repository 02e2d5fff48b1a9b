/**
 * What stands in the way of the embedded server.
 *
 * | code | what the operator does next |
 * |---|---|
 * | platform_unsupported | uses a server of their own by DATABASE_URL |
 * | binaries_broken | reinstalls the npm packages |
 * | no_server_user | makes an unprivileged user, or does not start as root |
 * | folder_not_writable, folder_not_reachable | corrects the rights, or sets SETTLED_DATA_DIR |
 * | folder_not_ours | sets SETTLED_DATA_DIR to an empty folder |
 * | folder_in_use | stops the other process, or waits for it |
 * | port_taken | names another port, or none |
 * | disk_full | frees space |
 * | version_mismatch | moves the data by dump and restore |
 * | password_lost | restores the password file from a backup |
 * | database_exists | takes another name |
 * | init_failed, start_failed, stop_failed | reads `detail`, which holds the last lines of the server's log |
 */
export type EmbeddedPostgresErrorCode =
  | "platform_unsupported"
  | "binaries_broken"
  | "no_server_user"
  | "folder_not_writable"
  | "folder_not_reachable"
  | "folder_not_ours"
  | "folder_in_use"
  | "port_taken"
  | "disk_full"
  | "version_mismatch"
  | "password_lost"
  | "database_exists"
  | "init_failed"
  | "start_failed"
  | "stop_failed";

export interface EmbeddedPostgresErrorContext {
  /** Raw material for support: the last lines of the server's log. Never shown to operators. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** The message is one or two plain sentences that end in what to do next. */
export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";
  readonly code: EmbeddedPostgresErrorCode;
  readonly detail: string;

  constructor(
    code: EmbeddedPostgresErrorCode,
    message: string,
    context: EmbeddedPostgresErrorContext = {},
  ) {
    super(message, { cause: context.cause });
    this.code = code;
    this.detail = context.detail ?? "";
  }
}
