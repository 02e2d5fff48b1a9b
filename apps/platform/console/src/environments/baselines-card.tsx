import { Link, TimeAgo } from "settled-console/app";
import { text } from "../text.ts";
import { ListCard } from "./list-card.tsx";
import { baselinePath, type EnvironmentPlace } from "./places.ts";
import { useBaselines } from "./use-baselines.ts";

/** What the environment can be compared with: the baselines of the workspace. */
export function BaselinesCard({ place }: { readonly place: EnvironmentPlace }) {
  const found = useBaselines(place.workspace);
  return (
    <ListCard title={text("baselines.title")} found={found}>
      {(baselines) =>
        baselines.length === 0 ? (
          <p className="text-soft">{text("baselines.none")}</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {baselines.map(({ baseline_id: id, name, version, entries, released_at }) => (
              <li key={id}>
                <Link to={baselinePath(place, id)}>{name}</Link>
                <span className="block text-small text-soft">
                  {text("baselines.line", { version: String(version), entries })}{" "}
                  <TimeAgo at={released_at} />
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </ListCard>
  );
}
