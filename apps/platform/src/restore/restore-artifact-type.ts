export const RESTORE_ARTIFACT_TYPE = "restore_run";
