export type { CliConfig } from "./cli-config.ts";
export type { CliIo } from "./cli-io.ts";
export { EXIT, type ExitCode } from "./exit-code.ts";
export { runCli, runProcess } from "./main.ts";
export { createProcessIo } from "./process-io.ts";
export { jsonText, plainLine } from "./terminal-text.ts";
export { type TableCell, type TableColumn, writeFields, writeTable } from "./write-table.ts";
