/** Helm 4 splits values into lines and ends each of them, which a literal block at the end of the file shows. */
export function endsLastLine(helmMajor: number | undefined): boolean {
  return helmMajor !== 3;
}
