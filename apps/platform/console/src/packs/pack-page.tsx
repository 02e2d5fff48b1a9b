import { Card, LoadingState, PageHead, ProblemState, usePathPart } from "settled-console/app";
import { pathIn, useEnvironmentPlace } from "../places/environment-place.ts";
import { useEnvironment } from "../places/use-environment.ts";
import { text } from "../text.ts";
import { DownloadButton } from "./download-button.tsx";
import { FileList } from "./file-list.tsx";
import { PackActions } from "./pack-actions.tsx";
import { PackFacts } from "./pack-facts.tsx";
import { packsKey } from "./pack-keys.ts";
import { PackMarks } from "./pack-marks.tsx";
import { PackNotice } from "./pack-notice.tsx";
import { usePack } from "./use-pack.ts";

/** One pack: of what it is, whether it may be used, its files with their hashes, and what can be done with it. */
export function PackPage() {
  const place = useEnvironmentPlace();
  const { data: environment } = useEnvironment(place);
  const { found, path, act } = usePack(place, usePathPart("pack"));
  if (found.isPending) return <LoadingState />;
  if (found.isError) {
    return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const pack = found.data.body;
  const zip = pack.files.find((file) => file.path.endsWith(".zip"));
  const isOpen = pack.delivery === "open";
  const files = `${path}/files`;
  return (
    <article>
      <PageHead
        back={{ to: pathIn(place, "/packs"), label: text("packs.back") }}
        title={text("packs.of", {
          profile: text(`packs.profile.${pack.profile}`),
          name: environment?.name ?? place.environment,
        })}
        marks={<PackMarks pack={pack} isPublished={pack.publication !== null} />}
      >
        <PackActions workspace={place.workspace} pack={pack} act={act} />
      </PageHead>
      <div className="flex flex-col gap-3">
        <PackNotice place={place} pack={pack} />
        <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
          {pack.files.length === 0 ? (
            <Card title={text("packs.files")}>
              <p className="text-soft">{text("packs.files.none")}</p>
            </Card>
          ) : (
            <Card title={text("packs.files")}>
              {isOpen && zip !== undefined ? (
                <div className="mb-2 flex flex-col items-start gap-1.5">
                  <DownloadButton
                    path={`${files}/zip`}
                    name={zip.path}
                    sha256={zip.sha256}
                    label={text("download.zip")}
                    isMain
                    staleKey={packsKey(place)}
                  />
                </div>
              ) : null}
              {isOpen ? null : <p className="mb-2 text-soft">{text("packs.files.withheld")}</p>}
              <FileList
                files={pack.files}
                path={isOpen ? files : null}
                staleKey={packsKey(place)}
              />
            </Card>
          )}
          <PackFacts place={place} pack={pack} />
        </div>
      </div>
    </article>
  );
}
