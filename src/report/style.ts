/** The few ways in which a terminal report marks text. Plain output leaves text as it is. */
export interface Style {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
  /** What belongs to a finding without being it. */
  related(text: string): string;
  /** What to do. */
  help(text: string): string;
  /** Text that leads to an address when it is clicked; absent where nothing can be clicked. */
  readonly link?: (text: string, address: string) => string;
}

const same = (text: string): string => text;

/** No colour at all. */
export const plainStyle: Style = {
  error: same,
  warning: same,
  info: same,
  bold: same,
  dim: same,
  related: same,
  help: same,
};
