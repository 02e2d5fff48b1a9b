/** Colours with a contrast of at least 4.5 to 1 where they carry text. */
export const INK = {
  text: "#1c2733",
  soft: "#4d5b6a",
  rule: "#c9d1d9",
  faint: "#f2f5f8",
  accent: "#0b4a6f",
  onAccent: "#ffffff",
  bad: "#a61b1b",
  care: "#8a5200",
  good: "#1d6b3a",
  plain: "#2f5f8f",
  unknown: "#7b8794",
} as const;
