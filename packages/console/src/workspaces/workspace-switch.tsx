import { Link } from "@tanstack/react-router";
import { Check, ChevronsUpDown } from "lucide-react";
import { useMe } from "../access/use-me.ts";
import { message } from "../messages/message.ts";
import { DropPanel } from "../parts/drop-panel.tsx";

/** In whose workspace the person is; who has several goes from one to another. */
export function WorkspaceSwitch({ workspace }: { readonly workspace: string }) {
  const { data: me } = useMe();
  const name = me?.workspaces.find(({ id }) => id === workspace)?.name ?? workspace;
  if (me === undefined || me.workspaces.length < 2) {
    return (
      <p className="min-w-0 truncate font-semibold" title={workspace}>
        <span className="sr-only">{message("shell.workspace")} </span>
        {name}
      </p>
    );
  }
  return (
    <DropPanel
      label={message("workspaces.switch", { name })}
      side="left"
      className="!justify-start !text-ink"
      face={
        <>
          <span className="truncate">{name}</span>
          <ChevronsUpDown aria-hidden="true" size={14} className="shrink-0 text-soft" />
        </>
      }
    >
      {(close) => (
        <ul className="max-w-80">
          {me.workspaces.map((one) => (
            <li key={one.id}>
              <Link
                to="/workspaces/$workspace"
                params={{ workspace: one.id }}
                onClick={close}
                aria-current={one.id === workspace ? "true" : undefined}
                className="flex items-center gap-2 rounded-md px-2 py-1.5 text-ink no-underline hover:bg-sunken"
              >
                <span className="inline-flex w-4 shrink-0">
                  {one.id === workspace ? <Check aria-hidden="true" size={14} /> : null}
                </span>
                <span className="min-w-0">
                  <span className="block break-words">{one.name}</span>
                  <span className="block font-mono text-tiny break-all text-soft">{one.id}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </DropPanel>
  );
}
