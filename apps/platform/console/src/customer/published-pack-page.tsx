import { useQuery } from "@tanstack/react-query";
import {
  Card,
  LoadingState,
  PageHead,
  ProblemState,
  TimeAgo,
  useApi,
  usePathPart,
} from "settled-console/app";
import { DownloadButton } from "../packs/download-button.tsx";
import { FileList } from "../packs/file-list.tsx";
import { pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { text } from "../text.ts";
import type { PublishedPack } from "./published-shape.ts";
import { publishedKey, usePublished } from "./use-published.ts";

/** A published pack: its files, each with its hash, checked as it is downloaded. */
export function PublishedPackPage() {
  const place = useEnvironmentPlace();
  usePublished(place);
  const api = useApi();
  const id = usePathPart("pack");
  const path = pathIn(place, `/published/packs/${encodeURIComponent(id)}`);
  const found = useQuery({
    queryKey: [...publishedKey(place), "pack", id],
    queryFn: async ({ signal }) => (await api.ask<PublishedPack>(path, { signal })).body,
  });
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { files, sequence, period, published_at: at } = found.data;
  const zip = files.find((file) => file.path.endsWith(".zip"));
  const staleKey = publishedKey(place);
  return (
    <article className="max-w-5xl">
      <PageHead
        back={{ to: pathIn(place, "/published"), label: text("customer.back") }}
        title={text("customer.pack_line", { sequence })}
      />
      <Card title={text("packs.files")}>
        <p className="mb-2 text-soft">
          {period} · {text("customer.given")} <TimeAgo at={at} />
        </p>
        {zip === undefined ? null : (
          <div className="mb-2 flex flex-col items-start gap-1.5">
            <DownloadButton
              path={`${path}/files/zip`}
              name={zip.path}
              sha256={zip.sha256}
              label={text("download.zip")}
              isMain
              staleKey={staleKey}
            />
          </div>
        )}
        <FileList files={files} path={`${path}/files`} staleKey={staleKey} />
        <p className="mt-2 text-small text-soft">{text("customer.hash_hint")}</p>
      </Card>
    </article>
  );
}
