import { useState } from "react";
import { ConfirmDialog } from "settled-console/app";
import { EnvironmentChoice } from "../access/environment-choice.tsx";
import { RoleChoice } from "../access/role-choice.tsx";
import { text } from "../text.ts";
import { type Member, useMemberCall } from "./use-members.ts";

/** Gives a member another role or other environments. */
export function ChangeMember({
  workspace,
  member,
  onClose,
}: {
  readonly workspace: string;
  readonly member: Member;
  onClose(): void;
}) {
  const [role, setRole] = useState(member.role);
  const [environments, setEnvironments] = useState<readonly string[] | null>(
    member.environment_ids,
  );
  const change = useMemberCall<Member>(workspace);
  const body = { role, environment_ids: role === "owner" ? null : environments };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text("members.change.title", { name: member.name })}
      detail={text("members.change.detail")}
      confirm={text("members.change.confirm")}
      asked={change}
      onConfirm={() =>
        change.mutate({ path: `/${member.id}`, method: "PATCH", body }, { onSuccess: onClose })
      }
    >
      <RoleChoice value={role} onChange={setRole} />
      <EnvironmentChoice
        workspace={workspace}
        value={environments}
        isFixed={role === "owner"}
        onChange={setEnvironments}
      />
    </ConfirmDialog>
  );
}
