/** The few ways in which a terminal report marks text. Plain output leaves text as it is. */
export interface Style {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

const same = (text: string): string => text;

/** No colour at all. */
export const plainStyle: Style = { error: same, warning: same, info: same, bold: same, dim: same };
