export type { CliConfig } from "./cli-config.ts";
export type { CliIo } from "./cli-io.ts";
export { EXIT, type ExitCode } from "./exit-code.ts";
export { runCli, runProcess } from "./main.ts";
