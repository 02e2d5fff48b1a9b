import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { Button, ProblemNote, takeFile, useApi } from "settled-console/app";
import { Notice } from "../parts/notice.tsx";
import { text } from "../text.ts";

interface DownloadButtonProps {
  /** Of the API. */
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly label: string;
  readonly isMain?: boolean;
  /** What is shown may be old, if the file was refused. */
  readonly staleKey: readonly unknown[];
}

/** Downloads one file; its bytes are hashed before they are saved, and compared with what the page and the header say. */
export function DownloadButton(props: DownloadButtonProps) {
  const { path, name, sha256, label, isMain, staleKey } = props;
  const api = useApi();
  const client = useQueryClient();
  const taking = useMutation({
    mutationFn: () => takeFile(api, path, { name, sha256 }),
    onError: () => client.invalidateQueries({ queryKey: staleKey }),
  });
  return (
    <>
      <Button
        look={isMain === true ? "main" : "plain"}
        className="justify-self-start"
        aria-label={isMain === true ? label : `${label}: ${name}`}
        disabled={taking.isPending}
        onClick={() => taking.mutate()}
      >
        <Download aria-hidden="true" size={14} />
        {label}
      </Button>
      {taking.isError ? (
        <div className="col-span-full">
          <ProblemNote error={taking.error} />
        </div>
      ) : null}
      {taking.data === "differs" ? (
        <div role="alert" className="col-span-full">
          <Notice look="bad" title={text("download.differs.title")}>
            <p>{text("download.differs.detail")}</p>
          </Notice>
        </div>
      ) : null}
      {taking.data === "matches" || taking.data === "unchecked" ? (
        <output className="col-span-full flex items-center gap-1 text-small text-soft sm:justify-end">
          {text(`download.${taking.data}`)}
        </output>
      ) : null}
    </>
  );
}
