/** Something that a person should know: `error` when money or the whole factory is concerned. */
export type Alert = {
  level: "warning" | "error";
  message: string;
  /** Since when it is so, in ms; null where nothing says it. */
  since: number | null;
};
