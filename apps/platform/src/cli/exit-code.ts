/** What scripts hear of a command; the words stand in `platform --help`. */
export const EXIT = {
  ok: 0,
  error: 1,
  usage: 2,
  notFound: 3,
  runFailed: 4,
  needsPerson: 5,
} as const;

export const EXIT_CODES = `
Exit codes: 0 ok, 1 error, 2 usage, 3 not found, 4 the run failed, 5 it needs a person.`;
