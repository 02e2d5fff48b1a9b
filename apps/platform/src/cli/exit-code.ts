/** The library's commands and the platform's end alike; the words stand in `platform --help`. */
export { EXIT } from "settled/cli";

export const EXIT_CODES = `
Exit codes: 0 ok, 1 error, 2 usage, 3 not found, 4 the run failed, 5 it needs a person.`;
