/** A token of the installation's owner for automation: `SETTLED_BOOTSTRAP_TOKEN`. Null = there is none. */
export function findBootstrapToken(env: NodeJS.ProcessEnv = process.env): string | null {
  return env["SETTLED_BOOTSTRAP_TOKEN"]?.trim() || null;
}
