/** Anything that runs SQL with `$1` parameters: pg, Kysely, Drizzle, Prisma and Knex all fit in one line. */
export interface SqlExecutor {
  executeSql(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: readonly unknown[] }>;
}
