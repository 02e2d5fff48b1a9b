import { Ban, Clock } from "lucide-react";
import {
  Mark,
  type MarkLook,
  NeedingButton,
  type PlainColumn,
  TimeAgo,
  TimeUntil,
} from "settled-console/app";
import { EnvironmentNames } from "../access/environment-names.tsx";
import { text } from "../text.ts";
import type { ServiceToken } from "./use-tokens.ts";

const LOOKS: Readonly<Record<ServiceToken["state"], MarkLook>> = {
  valid: { tone: "good" },
  expired: { tone: "off", Icon: Clock },
  revoked: { tone: "off", Icon: Ban },
};

export function tokenColumns(
  workspace: string,
  onRevoke: (token: ServiceToken) => void,
): readonly PlainColumn<ServiceToken>[] {
  return [
    {
      name: text("tokens.column.name"),
      isRowName: true,
      render: ({ name, prefix }) => (
        <>
          <span className="font-semibold break-words">{name}</span>
          <p className="font-mono text-tiny text-soft">{prefix}…</p>
        </>
      ),
    },
    {
      name: text("tokens.column.state"),
      render: ({ state }) => <Mark {...LOOKS[state]} label={text(`tokens.state.${state}`)} />,
    },
    {
      name: text("tokens.column.may"),
      className: "md:max-w-64",
      render: ({ role, scopes }) =>
        role === null ? (
          <span className="font-mono text-tiny break-words">{scopes?.join(", ")}</span>
        ) : (
          text("access.role.name", { role })
        ),
    },
    {
      name: text("access.environments"),
      className: "md:max-w-56",
      render: ({ environment_ids }) => (
        <EnvironmentNames workspace={workspace} ids={environment_ids} />
      ),
    },
    {
      name: text("tokens.column.used"),
      render: ({ last_used_at }) =>
        last_used_at === null ? (
          <span className="text-soft">{text("tokens.never")}</span>
        ) : (
          <TimeAgo at={last_used_at} />
        ),
    },
    {
      name: text("tokens.column.expires"),
      render: ({ expires_at }) => <TimeUntil at={expires_at} />,
    },
    {
      name: text("tokens.column.created"),
      render: ({ created_at, created_by }) => (
        <>
          <TimeAgo at={created_at} />
          <p className="text-small break-words text-soft">{created_by.name}</p>
        </>
      ),
    },
    {
      name: text("access.actions"),
      isAction: true,
      render: (token) =>
        token.state === "valid" ? (
          <NeedingButton
            workspace={workspace}
            capability="tokens.manage"
            aria-label={`${text("tokens.revoke")}: ${token.name}`}
            onClick={() => onRevoke(token)}
          >
            {text("tokens.revoke")}
          </NeedingButton>
        ) : null,
    },
  ];
}
