import { Ban, Clock } from "lucide-react";
import { Mark, type MarkLook, NeedingButton, type PlainColumn, TimeAgo } from "settled-console/app";
import { EnvironmentNames } from "../access/environment-names.tsx";
import { text } from "../text.ts";
import type { MemberQuestion } from "./member-question.ts";
import type { Member } from "./use-members.ts";

const LOOKS: Readonly<Record<Member["state"], MarkLook>> = {
  active: { tone: "good" },
  invited: { tone: "wait", Icon: Clock },
  disabled: { tone: "off", Icon: Ban },
};

export function memberColumns(
  workspace: string,
  onAsk: (question: MemberQuestion) => void,
): readonly PlainColumn<Member>[] {
  return [
    {
      name: text("members.column.who"),
      isRowName: true,
      render: ({ name, email }) => (
        <>
          <span className="font-semibold wrap-anywhere">{name}</span>
          {name === email ? null : <p className="text-small break-all text-soft">{email}</p>}
        </>
      ),
    },
    {
      name: text("access.role"),
      render: ({ role }) => text("access.role.name", { role }),
    },
    {
      name: text("access.environments"),
      className: "md:max-w-72",
      render: ({ environment_ids }) => (
        <EnvironmentNames workspace={workspace} ids={environment_ids} />
      ),
    },
    {
      name: text("members.column.state"),
      render: ({ state }) => <Mark {...LOOKS[state]} label={text(`members.state.${state}`)} />,
    },
    { name: text("members.column.added"), render: ({ added_at }) => <TimeAgo at={added_at} /> },
    {
      name: text("access.actions"),
      isAction: true,
      render: (member) => (
        <>
          {member.state === "invited" ? (
            <MemberButton
              workspace={workspace}
              words={text("members.invite")}
              member={member}
              onClick={() => onAsk({ kind: "invite", member })}
            />
          ) : null}
          <MemberButton
            workspace={workspace}
            words={text("members.change")}
            member={member}
            onClick={() => onAsk({ kind: "change", member })}
          />
          <MemberButton
            workspace={workspace}
            words={text("members.remove")}
            member={member}
            onClick={() => onAsk({ kind: "remove", member })}
          />
        </>
      ),
    },
  ];
}

function MemberButton({
  workspace,
  words,
  member,
  onClick,
}: {
  readonly workspace: string;
  readonly words: string;
  readonly member: Member;
  onClick(): void;
}) {
  return (
    <NeedingButton
      workspace={workspace}
      capability="members.manage"
      aria-label={`${words}: ${member.name}`}
      onClick={onClick}
    >
      {words}
    </NeedingButton>
  );
}
