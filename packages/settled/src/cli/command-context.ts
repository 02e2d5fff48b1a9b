import type { CliConfig } from "./cli-config.ts";
import type { CliIo } from "./cli-io.ts";
import type { ExitCode } from "./exit-code.ts";

/** What every command works with. */
export interface CommandContext {
  readonly io: CliIo;
  /** The configuration of a host that brings its own command line; else it is looked for in files. */
  readonly hostConfig: CliConfig | null;
  /** Tells how the command ended. */
  end(code: ExitCode): void;
}
