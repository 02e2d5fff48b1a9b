import { useState } from "react";
import { ConfirmDialog, FIELD, LabelledField } from "settled-console/app";
import { EnvironmentChoice } from "../access/environment-choice.tsx";
import { RoleChoice } from "../access/role-choice.tsx";
import type { Role } from "../access/role-names.ts";
import { text } from "../text.ts";
import { type InvitedMember, useMemberCall } from "./use-members.ts";

/** Invites a person; the link by which they accept is handed to whoever asked. */
export function AddMember({
  workspace,
  onClose,
  onInvited,
}: {
  readonly workspace: string;
  onClose(): void;
  onInvited(invited: InvitedMember): void;
}) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [environments, setEnvironments] = useState<readonly string[] | null>(null);
  const add = useMemberCall<InvitedMember>(workspace);
  const body = {
    email: email.trim(),
    role,
    environment_ids: role === "owner" ? null : environments,
  };
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={text("members.add.title")}
      detail={text("members.add.detail")}
      confirm={text("members.add.confirm")}
      asked={add}
      onConfirm={() =>
        add.mutate(
          { path: "", method: "POST", body },
          {
            onSuccess: (invited) => {
              onClose();
              onInvited(invited);
            },
          },
        )
      }
    >
      <LabelledField label={text("members.email")}>
        {(ids) => (
          <input
            {...ids}
            type="email"
            required
            autoComplete="off"
            className={FIELD}
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
        )}
      </LabelledField>
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
