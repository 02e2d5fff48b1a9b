import { useQuery } from "@tanstack/react-query";
import { Button, PlainTable, TimeAgo, useApi } from "settled-console/app";
import type { Page } from "../environments/environment-shape.ts";
import { ListCard } from "../environments/list-card.tsx";
import { ShortHash } from "../parts/short-hash.tsx";
import { text } from "../text.ts";
import type { VersionLine } from "./baseline-shape.ts";

interface VersionsCardProps {
  readonly workspace: string;
  readonly baseline: string;
  readonly shown: number;
  onShow(version: number): void;
}

/** The versions of a baseline, newest first. A version that was released never changes. */
export function VersionsCard({ workspace, baseline, shown, onShow }: VersionsCardProps) {
  const found = useVersions(workspace, baseline);
  return (
    <ListCard title={text("baseline.versions")} found={found}>
      {({ versions }) => (
        <PlainTable
          caption={text("baseline.versions")}
          rows={versions}
          keyOf={({ version }) => String(version)}
          columns={[
            {
              name: text("baseline.column.version"),
              render: ({ version }) => (
                <Button
                  look="quiet"
                  aria-pressed={version === shown}
                  className={version === shown ? "bg-accent-ground text-accent" : ""}
                  onClick={() => onShow(version)}
                >
                  {text("baseline.version", { version: String(version) })}
                </Button>
              ),
            },
            {
              name: text("baseline.column.entries"),
              isNumber: true,
              render: ({ entries }) => entries,
            },
            {
              name: text("baseline.column.left_out"),
              isNumber: true,
              render: (one) => one.left_out,
            },
            { name: text("baseline.column.source"), render: ({ source }) => source },
            { name: text("baseline.column.by"), render: (one) => one.released_by },
            {
              name: text("baseline.column.at"),
              render: (one) => <TimeAgo at={one.released_at} />,
            },
            {
              name: text("baseline.hash"),
              render: (one) => <ShortHash hash={one.version_hash} />,
            },
          ]}
        />
      )}
    </ListCard>
  );
}

function useVersions(workspace: string, baseline: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["baseline versions", workspace, baseline],
    queryFn: async ({ signal }) => {
      const path = `/workspaces/${encodeURIComponent(workspace)}/baselines/${encodeURIComponent(baseline)}/versions`;
      return (await api.ask<Page<"versions", VersionLine>>(path, { signal })).body;
    },
  });
}
