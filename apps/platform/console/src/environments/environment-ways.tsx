import { Link } from "settled-console/app";
import { text } from "../text.ts";
import { environmentPath, type EnvironmentPlace, runsPath } from "./places.ts";

/** What happened to the environment, and the pages of what is made of it and written to it: each of these leads back. */
export function EnvironmentWays({ place }: { readonly place: EnvironmentPlace }) {
  const own = environmentPath(place);
  const runs = { view: "all", q: `env:${place.environment}` };
  return (
    <nav aria-label={text("environment.ways")} className="no-print mt-1 flex flex-wrap gap-x-4">
      <Link to={runsPath(place.workspace)} search={runs} className="font-semibold">
        {text("environment.ways.runs")}
      </Link>
      <Link to={`${own}/packs`} className="font-semibold">
        {text("environment.ways.packs")}
      </Link>
      <Link to={`${own}/restores`} className="font-semibold">
        {text("environment.ways.restores")}
      </Link>
    </nav>
  );
}
