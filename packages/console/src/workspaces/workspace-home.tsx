import { Navigate } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { useMe } from "../access/use-me.ts";
import { useNavigationItems } from "../app/use-navigation-items.ts";
import { usePathPart } from "../app/use-path-part.ts";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";

/** Leads to the first page of a workspace that the person may see: for a customer it is another than for an operator. */
export function WorkspaceHome() {
  const workspace = usePathPart("workspace");
  const { isPending } = useMe();
  const [first] = useNavigationItems(workspace);
  if (isPending) return <LoadingState />;
  if (first !== undefined) return <Navigate to={first.to} replace />;
  return (
    <StateFrame
      Icon={Lock}
      title={message("state.nothing_granted.title")}
      detail={message("state.nothing_granted.detail")}
    />
  );
}
