/** Scalars as they stand in YAML, of which readers make different things. */
export const YAML_SCALARS: readonly string[] =
  'yes¦on¦n¦~¦null¦0644¦0o17¦1_000¦1.10¦1e3¦0x1F¦2024-01-01¦2024-01-01T10:00:00Z¦12:30¦"quoted"¦\'single\'¦text¦true¦True¦FALSE¦-5¦+5¦007¦1.0¦12345678¦9007199254740993¦1.5e-7¦!!str 5¦""¦"{{ .Release.Name }}"¦a b¦"5"¦"a,b"¦"{x}"¦[]¦{}'.split(
    '¦',
  );
