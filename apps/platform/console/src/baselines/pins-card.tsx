import { CopyText, PlainTable, TimeAgo } from "settled-console/app";
import { ListCard } from "../environments/list-card.tsx";
import type { EnvironmentPlace } from "../environments/places.ts";
import { useOfEnvironment } from "../environments/use-environment.ts";
import { text } from "../text.ts";
import type { Pin } from "./baseline-shape.ts";
import { RemovePinAction } from "./remove-pin-action.tsx";

interface PinsCardProps {
  readonly place: EnvironmentPlace;
  readonly baseline: string;
  /** Of the environment. */
  readonly name: string;
}

/** Which policy of the environment an entry of the baseline means, where a person has said so. */
export function PinsCard({ place, baseline, name }: PinsCardProps) {
  const path = `/baselines/${encodeURIComponent(baseline)}/pins`;
  const found = useOfEnvironment<{ readonly pins: readonly Pin[] }>(place, path);
  return (
    <ListCard title={text("baseline.pins", { name })} found={found}>
      {({ pins }) => (
        <>
          <p className="mb-2 text-soft">{text("baseline.pins.detail")}</p>
          {pins.length === 0 ? (
            <p className="text-soft">{text("baseline.pins.none")}</p>
          ) : (
            <PlainTable
              caption={text("baseline.pins", { name })}
              rows={pins}
              keyOf={({ type, match_key }) => `${type} ${match_key}`}
              columns={[
                {
                  name: text("baseline.pins.entry"),
                  render: ({ match_key }) => match_key,
                },
                {
                  name: text("baseline.pins.means"),
                  render: ({ provider_id }) => <CopyText text={provider_id} />,
                },
                {
                  name: text("baseline.pins.by"),
                  render: ({ pinned_by, pinned_at }) => (
                    <>
                      {pinned_by}, <TimeAgo at={pinned_at} />
                    </>
                  ),
                },
                {
                  name: text("baseline.pins.remove"),
                  isAction: true,
                  render: (pin) => <RemovePinAction place={place} path={path} pin={pin} />,
                },
              ]}
            />
          )}
        </>
      )}
    </ListCard>
  );
}
