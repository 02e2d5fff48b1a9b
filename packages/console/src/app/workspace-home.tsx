import { Navigate } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { message } from "../messages/message.ts";
import { LoadingState } from "../parts/loading-state.tsx";
import { StateFrame } from "../parts/state-frame.tsx";
import { usePathPart } from "./use-path-part.ts";
import { useNavigation } from "./use-navigation.ts";

/** Leads to the first page of a workspace that the person may see: for a customer it is another than for an operator. */
export function WorkspaceHome() {
  const { items, isPending } = useNavigation(usePathPart("workspace"));
  const [first] = items;
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
