import { join } from "node:path";

const CONSOLE = join(import.meta.dirname, "../../../../packages/console/src/app");
const PLATFORM = join(import.meta.dirname, "../../console/src/platform-pages.ts");

interface Router {
  readonly routesByPath: Readonly<Record<string, unknown>>;
}
interface RouterSource {
  createConsoleRouter(setup: object, extension: unknown, api: object): Router;
}

/** The routes of the console as the platform mounts it, asked of the router itself. */
export async function registeredRoutes(): Promise<ReadonlySet<string>> {
  // By a path that the compiler does not follow: these are sources of a browser, with types of their own.
  const { createConsoleRouter } = (await import(
    join(CONSOLE, "create-console-router.tsx")
  )) as RouterSource;
  const { PLATFORM_PAGES } = (await import(PLATFORM)) as { readonly PLATFORM_PAGES: unknown };
  const { routesByPath } = createConsoleRouter({ base: "/console" }, PLATFORM_PAGES, {});
  return new Set(Object.keys(routesByPath));
}
